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
  // An item may have several values of a filter, and stand for several things. Those
  // that share a heading are in an article, whose header counts as theirs.
  const groups = Array.from(document.querySelectorAll(".group"), (element) => {
    const count = element.querySelector(".count");
    const link = element.id && document.querySelector(`nav a[href="#${element.id}"]`);
    return { element, count, entry: link && link.parentElement, whole: count.textContent, total: 0, open: 0 };
  });
  const around = new Map(groups.map((group) => [group.element, group]));
  const items = Array.from(document.querySelectorAll("[data-values]"), (element) => {
    const article = element.parentElement.closest("article");
    const item = {
      element,
      header: article && article.querySelector("header"),
      values: element.dataset.values.split(" ").map((all) => all.split(",")),
      n: Number(element.dataset.count || 1),
      groups: [],
      text: "",
      names: null,
    };
    for (let e = element.closest(".group"); e; e = e.parentElement.closest(".group")) {
      item.groups.push(around.get(e));
      around.get(e).total += item.n;
    }
    return item;
  });
  const total = items.reduce((sum, item) => sum + item.n, 0);
  const search = document.getElementById("filter-text");
  const names = bar.querySelector("[data-names]");
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

  const words = (text) => text.toLowerCase().split(/\s+/).filter(Boolean);
  const parts = (item) => (item.header ? [item.header, item.element] : [item.element]);

  const has = (item, wanted) => {
    if (!wanted.length) return true;
    item.text ||= parts(item).map((part) => part.textContent.toLowerCase()).join(" ");
    return wanted.every((word) => item.text.includes(word));
  };

  // named tells whether all words stand in one and the same name.
  const named = (item, wanted) => {
    if (!wanted.length) return true;
    item.names ||= parts(item).flatMap((part) => Array.from(part.querySelectorAll(".name"), (n) => n.textContent.toLowerCase()));
    return item.names.some((name) => wanted.every((word) => name.includes(word)));
  };

  const count = (n) => `${n} ${n === 1 ? shown.dataset.one : shown.dataset.many}`;

  const apply = () => {
    const filters = chosen();
    const inText = words(search.value);
    const inNames = names ? words(names.value) : [];
    let left = 0;
    for (const group of groups) group.open = 0;
    for (const item of items) {
      const passes = filters.every((f) => item.values[f.number].some((v) => f.values.includes(v))) && has(item, inText) && named(item, inNames);
      item.element.hidden = !passes;
      if (!passes) continue;
      left += item.n;
      for (const group of item.groups) group.open += item.n;
    }
    for (const group of groups) {
      group.element.hidden = group.open === 0;
      if (group.entry) group.entry.hidden = group.open === 0;
      group.count.textContent = group.open === group.total ? group.whole : `${group.open} of ${group.total}`;
    }
    const all = left === total;
    shown.textContent = all ? `All ${count(left)} shown` : `${left} of ${count(total)} shown`;
    shown.classList.toggle("narrowed", !all);
    none.hidden = left > 0;
  };

  const reset = () => {
    for (const field of bar.querySelectorAll("input[type=search]")) field.value = "";
    for (const box of bar.querySelectorAll("input[type=checkbox]")) box.checked = true;
    for (const list of bar.querySelectorAll("select")) list.value = "";
    apply();
  };

  bar.addEventListener("input", apply);
  document.getElementById("filter-none").addEventListener("click", reset);
  bar.hidden = false;
  reset();
})();
