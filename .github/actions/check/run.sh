#!/usr/bin/env bash
# What the action does: build or install Cadre, then check a framework, and compare
# it with the base where there is one.
#
#   run.sh install    puts the program into a folder of its own
#   run.sh check      judges; its exit code is the gravest of all steps
#
# Everything comes from the environment, as action.yml sets it, so that it also runs
# away from GitHub: CADRE_PATH, CADRE_BASE, CADRE_DIFF, CADRE_RELEASE_CHECK,
# CADRE_FAIL_ON, CADRE_DIFF_FAIL_ON, CADRE_NEW_ONLY, CADRE_CONFIG_FROM_BASE,
# CADRE_LIMITS, CADRE_FORMATS, CADRE_VERSION, CADRE_WORKING_DIRECTORY and CADRE_BIN,
# each of which may be missing. It needs git, jq, and for install Go.
set -euo pipefail
export LC_ALL=C

results=${RUNNER_TEMP:-${TMPDIR:-/tmp}}/cadre
bin=${CADRE_BIN:-$results/bin/cadre}

# stop ends the run as one that could not be completed.
stop() {
  printf 'cadre action: %s\n' "$*" >&2
  exit "${status:-3}"
}

# wrong ends the run because of how it was asked for.
wrong() { status=2 stop "$@"; }

# yes reports whether an input is true; a word that is neither is no answer.
yes() {
  case ${2:-false} in
    true) return 0 ;;
    false) return 1 ;;
  esac
  wrong "$1 is neither true nor false"
}

# plainly shows what other programs said, so that no line of it is an order.
plainly() { tr -d '\r' <"$1" | sed -e 's/##\[/## [/g' -e 's/^/  git: /' >&2; }

# output sets an output of the action.
output() {
  [[ $2 != *$'\n'* ]] || stop "the output $1 has more than one line"
  if [[ -n ${GITHUB_OUTPUT:-} ]]; then printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"; fi
}

install() {
  local version=${CADRE_VERSION:-}
  mkdir -p "$results/bin"
  if [[ -z $version ]]; then
    cd "${GITHUB_ACTION_PATH:?}/../../.."
    GOWORK=off go build -trimpath -o "$results/bin/" ./cmd/cadre
  elif [[ $version =~ ^(v[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?|[0-9a-f]{40})$ ]]; then
    GOWORK=off GOBIN=$results/bin go install -trimpath "github.com/cadre-framework/cadre/cmd/cadre@$version"
  else
    wrong "the version is no pinned one: give a tag such as v1.2.3 or a full commit id"
  fi
  "$bin" version
}

# fetched makes sure that the branch which a pull request goes to is here with its
# history. Its name comes from outside, so it only ever stands behind refs/heads/.
fetched() {
  local branch=$1 log=$results/fetch.log deepen=()
  git check-ref-format "refs/heads/$branch" || wrong "the base branch has no name that git allows"
  if [[ $(git rev-parse --is-shallow-repository) == true ]]; then
    deepen=(--unshallow)
  elif git rev-parse --verify --quiet --end-of-options "refs/remotes/origin/$branch^{commit}" >/dev/null; then
    return
  fi
  if ! git -c core.hooksPath=/dev/null -c protocol.ext.allow=never fetch --quiet --no-tags --no-recurse-submodules \
    ${deepen[@]+"${deepen[@]}"} --end-of-options origin "+refs/heads/$branch:refs/remotes/origin/$branch" >"$log" 2>&1 </dev/null; then
    plainly "$log"
    stop "the base is not in this checkout and cannot be fetched: set fetch-depth: 0 for actions/checkout"
  fi
}

# based sets base to the revision that the framework is compared with, or to nothing.
# A revision counts as of where this one left it.
based() {
  base=${CADRE_BASE:-}
  local name
  if [[ -z $base && -n ${GITHUB_BASE_REF:-} ]]; then
    base=git:origin/$GITHUB_BASE_REF
  fi
  if [[ $base != git:* || $base == git:*:* ]]; then return; fi
  name=${base#git:}
  if [[ $name == origin/* ]]; then
    fetched "${name#origin/}"
    name=refs/remotes/$name
  fi
  local commit
  commit=$(git rev-parse --verify --quiet --end-of-options "$name^{commit}") ||
    stop "the base is not in this checkout: set fetch-depth: 0 for actions/checkout, or name another base"
  commit=$(git merge-base "$commit" HEAD) ||
    stop "the base and this revision have no common history here: set fetch-depth: 0 for actions/checkout"
  base=git:$commit
  if ! holds "$commit"; then
    printf 'The base has no framework yet, so there is nothing to compare with.\n'
    base=
  fi
}

# holds reports whether a commit has the framework that is checked, or any.
holds() {
  if [[ ${CADRE_PATH:-} == *.json ]]; then
    git cat-file -e "$1:./$CADRE_PATH" 2>/dev/null
    return
  fi
  git ls-tree -r -z --name-only --full-tree "$1" >"$results/tree"
  tr '\0' '\n' <"$results/tree" | grep -E '(^|/)framework\.(yaml|yml|json)$' >/dev/null
}

# judge runs a command of Cadre that leaves its result in a file, shows the result as
# text, as annotations and on the page of the job, and sets the output of its code.
judge() {
  local name=$1 file=$2 code=0 shown=0
  shift 2
  "$bin" "$@" -f "json=$file" "${common[@]}" "${operands[@]}" || code=$?
  if [[ -s $file ]]; then
    "$bin" report "$file" --fail-on "$threshold" || shown=$?
    if [[ $shown -ne $code ]]; then
      printf 'cadre action: %s ended with %d, and showing its result with %d\n' "$name" "$code" "$shown" >&2
      code=3
    fi
  fi
  output "$name-exit-code" "$code"
  if [[ $code -gt $worst ]]; then worst=$code; fi
}

# extra adds the formats that were asked for besides.
extra() {
  local line
  while IFS= read -r line; do
    line=${line%$'\r'}
    if [[ -z $line ]]; then continue; fi
    [[ $line =~ ^[a-z]+=[^-].*$ ]] || wrong "a line of formats is not FORMAT=FILE"
    arguments+=(-f "$line")
  done <<<"${CADRE_FORMATS:-}"
}

checked() {
  threshold=${CADRE_FAIL_ON:-error}
  arguments=(check --fail-on "$threshold" -f "sarif=$results/cadre.sarif")
  operands=()
  extra
  if [[ -n $base ]]; then
    arguments+=(--base "$base")
    if yes new-only "${CADRE_NEW_ONLY:-}"; then arguments+=(--new-only); fi
  fi
  if [[ -n ${CADRE_PATH:-} ]]; then operands=(-- "$CADRE_PATH"); else operands=(--); fi
  judge check "$results/findings.json" "${arguments[@]}"
  if [[ -s $results/findings.json ]]; then output findings "$results/findings.json"; fi
  if [[ -s $results/cadre.sarif ]]; then output sarif "$results/cadre.sarif"; fi
}

compared() {
  threshold=${CADRE_DIFF_FAIL_ON:-never}
  operands=(-- "$base")
  if [[ -n ${CADRE_PATH:-} ]]; then operands+=("$CADRE_PATH"); fi
  judge diff "$results/changes.json" diff --fail-on "$threshold"
  if [[ ! -s $results/changes.json ]]; then return; fi
  output changes "$results/changes.json"
  local word
  for word in required declared; do
    output "$word-bump" "$(jq -r --arg word "$word" '.bump[$word] | strings | select(test("^[a-z]+$"))' "$results/changes.json")"
  done
}

released() {
  threshold=${CADRE_FAIL_ON:-error}
  if [[ -n ${CADRE_PATH:-} ]]; then operands=(-- "$CADRE_PATH"); else operands=(--); fi
  arguments=(release check --fail-on "$threshold")
  if [[ ${common[*]} == *--config-from* ]]; then arguments+=(--base "$base"); fi
  judge release "$results/release.json" "${arguments[@]}"
  if [[ -s $results/release.json ]]; then output release "$results/release.json"; fi
}

check() {
  mkdir -p "$results"
  rm -f "$results"/{findings,changes,release}.json "$results/cadre.sarif"
  cd "${CADRE_WORKING_DIRECTORY:-.}"
  output results "$results"
  worst=0
  based
  common=(--limits "${CADRE_LIMITS:-default}")
  if [[ -n $base ]] && yes config-from-base "${CADRE_CONFIG_FROM_BASE:-}"; then
    common+=(--config-from base)
  fi
  checked
  if [[ -n $base ]] && yes diff "${CADRE_DIFF:-true}"; then compared; fi
  if yes release-check "${CADRE_RELEASE_CHECK:-}"; then released; fi
  local outcomes=(clean findings misused incomplete)
  output outcome "${outcomes[$worst]:-incomplete}"
  output exit-code "$worst"
  exit "$worst"
}

case ${1:-} in
  install | check) "$1" ;;
  *) wrong "usage: run.sh install|check" ;;
esac
