(() => {
  "use strict";
  const bar = document.getElementById("filters");

  // On paper nothing is folded.
  addEventListener("beforeprint", () => {
    for (const d of document.querySelectorAll("details:not([open])")) {
      d.open = true;
      d.dataset.folded = "";
    }
  });
  addEventListener("afterprint", () => {
    for (const d of document.querySelectorAll("details[data-folded]")) {
      d.open = false;
      delete d.dataset.folded;
    }
  });

  // Whoever follows a link into something folded is shown it.
  const unfold = () => {
    const target = location.hash && document.getElementById(location.hash.slice(1));
    const folded = target && target.closest("details");
    if (folded) folded.open = true;
  };
  addEventListener("hashchange", unfold);
  unfold();

  if (!bar) return;
  const items = Array.from(document.querySelectorAll("[data-values]"), (element) => ({
    element,
    values: element.dataset.values.split(" "),
    text: "",
  }));
  const groups = Array.from(document.querySelectorAll(".group"), (element) => {
    const count = element.querySelector(".count");
    return { element, count, whole: count.textContent, total: element.querySelectorAll("[data-values]").length };
  });
  const search = document.getElementById("filter-text");
  const shown = document.getElementById("shown");
  const none = document.getElementById("none");

  // chosen returns, by the number of a filter, the values that pass it.
  const chosen = () => {
    const all = [];
    for (const part of bar.querySelectorAll("[data-filter]")) {
      let values = [part.value];
      if (part.tagName === "FIELDSET") {
        values = Array.from(part.querySelectorAll("input:checked"), (box) => box.value);
      } else if (part.value === "") {
        continue;
      }
      all.push({ number: Number(part.dataset.filter), values });
    }
    return all;
  };

  const has = (item, words) => {
    if (!words.length) return true;
    item.text ||= item.element.textContent.toLowerCase();
    return words.every((word) => item.text.includes(word));
  };

  const count = (n) => `${n} ${n === 1 ? shown.dataset.one : shown.dataset.many}`;

  const apply = () => {
    const filters = chosen();
    const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    for (const item of items) {
      const passes = filters.every((f) => f.values.includes(item.values[f.number])) && has(item, words);
      item.element.hidden = !passes;
      if (passes) left++;
    }
    for (const group of groups) {
      const open = group.element.querySelectorAll("[data-values]:not([hidden])").length;
      group.element.hidden = open === 0;
      group.count.textContent = open === group.total ? group.whole : `${open} of ${group.total}`;
    }
    const all = left === items.length;
    shown.textContent = all ? `All ${count(left)} shown` : `${left} of ${count(items.length)} shown`;
    shown.classList.toggle("narrowed", !all);
    none.hidden = left > 0;
  };

  const reset = () => {
    search.value = "";
    for (const box of bar.querySelectorAll("input[type=checkbox]")) box.checked = true;
    for (const list of bar.querySelectorAll("select")) list.value = "";
    apply();
  };

  bar.addEventListener("input", apply);
  document.getElementById("filter-none").addEventListener("click", reset);
  bar.hidden = false;
  reset();
})();
