// Holds the shipped framework to the published schemas with ajv, which shares no
// code with the implementation that Cadre uses.
//
//   node check.mjs REPOSITORY
//
// It prints one line when every file passes, and one line per fault otherwise.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import Ajv from "ajv";
import addFormats from "ajv-formats";
import { isMap, isPair, isScalar, isSeq, parseDocument } from "yaml";

const collections = {
  scales: "scale",
  levels: "level",
  constituencies: "constituency",
  competencies: "competency",
  roles: "role",
  resources: "resource",
};

// plain gives a plain YAML scalar the type it has in Cadre: null, true, false and
// numbers by JSON's grammar, and text otherwise.
function plain(text) {
  if (text === "" || text === "null") return null;
  if (text === "true" || text === "false") return text === "true";
  return /^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?$/.test(text) ? Number(text) : text;
}

// value turns a YAML node into what JSON.parse would give. A key is its text.
function value(node) {
  if (node === null) return null;
  if (isScalar(node)) return node.type === "PLAIN" ? plain(node.source) : node.value;
  if (isSeq(node)) return node.items.map(value);
  if (!isMap(node) || !node.items.every((pair) => isPair(pair) && isScalar(pair.key))) {
    throw new Error("holds an alias or a key that is no text");
  }
  return Object.fromEntries(node.items.map((pair) => [pair.key.source, value(pair.value)]));
}

function read(file) {
  const text = readFileSync(file, "utf8");
  if (file.endsWith(".json")) return JSON.parse(text);
  // The failsafe schema leaves every scalar as text, so that the types are decided
  // in plain alone and not by the library's idea of YAML.
  const document = parseDocument(text, { schema: "failsafe" });
  for (const fault of [...document.errors, ...document.warnings]) throw fault;
  return value(document.contents);
}

function dataFiles(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ya?ml|json)$/.test(entry.name))
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1).replaceAll("\\", "/"))
    .filter((path) => !path.startsWith("releases/") && !path.split("/").some((part) => part.startsWith(".")))
    .sort();
}

function kindOf(path) {
  if (/^framework\.(ya?ml|json)$/.test(path)) return "framework";
  const kind = collections[path.split("/")[0]];
  if (!kind || !path.includes("/")) throw new Error("lies in the folder of no kind");
  return kind;
}

// compile returns every published schema as a function, by name.
function compile(folder) {
  // strictRequired would want a condition to repeat the fields that it requires.
  const ajv = new Ajv({ strict: true, strictRequired: false, allErrors: true });
  addFormats(ajv);
  const names = readdirSync(folder).filter((name) => name.endsWith(".schema.json"));
  for (const name of names) ajv.addSchema(JSON.parse(readFileSync(join(folder, name), "utf8")));
  return Object.fromEntries(names.map((name) => [name.replace(".schema.json", ""), ajv.getSchema(name)]));
}

// breakages spoil an entity, each in a way that must be refused for that reason:
// a judge that lets them pass proves nothing about the rest.
const breakages = [
  ["additionalProperties", (entity) => (entity.sumary = "A misspelt field.")],
  ["required", (entity) => delete entity.title],
  ["type", (entity) => (entity.title = 7)],
  ["pattern", (entity) => (entity.id = "Not An Id")],
  ["format", (entity) => (entity.reviewed = "2025-02-30")],
];

function proveRefusal(kind, validate, entity) {
  for (const [keyword, spoil] of breakages) {
    const spoilt = structuredClone(entity);
    spoil(spoilt);
    if (validate(spoilt) || !validate.errors.some((error) => error.keyword === keyword)) {
      throw new Error(`a ${kind} spoilt to break ${keyword} is not refused for it`);
    }
  }
}

function main(repository) {
  const schemas = compile(join(repository, "schema"));
  const data = join(repository, "framework-data");
  const bundle = {};
  const proven = new Set();
  const faults = [];
  const judge = (path, kind, instance) => {
    if (schemas[kind](instance)) return;
    for (const error of schemas[kind].errors) faults.push(`${path}: ${error.instancePath || "/"} ${error.message} ${JSON.stringify(error.params)}`);
  };
  const files = dataFiles(data);
  for (const path of files) {
    try {
      const kind = kindOf(path);
      const content = read(join(data, path));
      for (const entity of Array.isArray(content) ? content : [content]) {
        judge(path, kind, entity);
        if (kind === "framework") bundle.framework = entity;
        else (bundle[path.split("/")[0]] ??= []).push(entity);
        if (!proven.has(kind)) proveRefusal(kind, schemas[kind], entity);
        proven.add(kind);
      }
    } catch (error) {
      faults.push(`${path}: ${error.message}`);
    }
  }
  if (!proven.has("framework") || !proven.has("role")) faults.push("framework-data: no framework or no role was judged");
  judge("the whole as one bundle", "bundle", bundle);
  if (faults.length > 0) {
    console.error(faults.join("\n"));
    return 1;
  }
  const { version } = createRequire(import.meta.url)("ajv/package.json");
  console.log(`ajv ${version}: ${files.length} files and their bundle pass, spoilt ones of ${proven.size} kinds are refused`);
  return 0;
}

if (process.argv.length !== 3) {
  console.error("usage: node check.mjs REPOSITORY");
  process.exitCode = 2;
} else {
  process.exitCode = main(process.argv[2]);
}
