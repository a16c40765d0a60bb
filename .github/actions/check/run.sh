#!/usr/bin/env bash
# What the action does: build or install Cadre, then check a framework, and compare
# it with the base where there is one.
#
#   run.sh install                puts the program into a folder of its own
#   run.sh begin                  finds the framework and its base
#   run.sh check, diff, release   judge; a host gives each its own page and annotations
#   run.sh outcome                sets all outputs; its exit code is the gravest of all
#   run.sh all                    everything but install
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
  local status=${status:-3} text=$*
  printf 'cadre action: %s\n' "$text" >&2
  if [[ ${GITHUB_ACTIONS:-} == true ]]; then
    text=${text//'%'/%25}
    text=${text//$'\r'/%0D}
    printf '::error title=Cadre::%s\n' "${text//$'\n'/%0A}"
  fi
  exit "$status"
}

# grave keeps an exit code for the outcome.
grave() { printf '%s\n' "$1" >>"$results/codes"; }

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

# output keeps an output of the action, all of which outcome sets.
output() {
  [[ $2 != *$'\n'* ]] || stop "the output $1 has more than one line"
  printf '%s=%s\n' "$1" "$2" >>"$results/outputs"
}

# cleared forgets what an earlier use of the action left.
cleared() {
  mkdir -p "$results"
  rm -f "$results"/{findings,changes,release}.json "$results"/{cadre.sarif,codes,outputs,base,home}
}

install() {
  local version=${CADRE_VERSION:-}
  cleared
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
  # What lies in no folder of this repository is found, or not, by Cadre.
  if [[ -z $inside ]] || holds "$commit"; then return; fi
  moved "$commit"
  if [[ -z $base ]]; then
    printf 'The base has no framework yet, so there is nothing to compare with.\n'
  fi
}

# above prints the nearest folder upward that holds a framework file, or nothing.
above() {
  local at=$1 ending
  while :; do
    for ending in yaml yml json; do
      if [[ -f $at/framework.$ending ]]; then
        printf '%s' "$at"
        return
      fi
    done
    if [[ $at == / ]]; then return; fi
    at=$(dirname -- "$at")
  done
}

# located sets home to the folder or the bundle of the framework that is checked, as
# Cadre finds it, and inside to its path from the root of the repository. Both are
# empty for what lies in no folder, and for what only the configuration names.
located() {
  local at=${CADRE_PATH:-.} folder top
  home='' inside=''
  if [[ ! -e $at ]]; then return; fi
  folder=$at
  if [[ -f $at ]]; then folder=$(dirname -- "$at"); fi
  folder=$(cd -- "$folder" && pwd -P)
  if [[ -f $at && $at == *.json && ${at##*/} != framework.json ]] && jq -e 'has("framework")' "$at" >/dev/null 2>&1; then
    home=${folder%/}/${at##*/}
  else
    home=$(above "$folder")
    if [[ -z $home && -z ${CADRE_PATH:-} ]]; then home=$(shipped "$folder"); fi
  fi
  top=$(git rev-parse --show-toplevel 2>/dev/null) || return 0
  if [[ $home == "$top" ]]; then
    inside=.
  elif [[ $home == "$top"/* ]]; then
    inside=${home#"$top"/}
  fi
}

# shipped prints the folder that Cadre takes where there is no framework upward.
shipped() { if [[ -d $1/framework-data ]]; then above "$1/framework-data"; fi; }

# holds reports whether a commit has the framework where it lies now.
holds() {
  local files=("$inside") file
  if [[ -d $home ]]; then files=("$inside"/framework.{yaml,yml,json}); fi
  for file in "${files[@]}"; do
    if [[ $(git cat-file -t "$1:${file#./}" 2>/dev/null) == blob ]]; then return 0; fi
  done
  return 1
}

# moved sets base to the one framework file of a commit that has the same id, and
# otherwise to nothing: what is compared is never another framework.
moved() {
  local id='' code=0 found
  base=
  if [[ -f $home/framework.yaml ]]; then
    id=$(sed -nE "s/^id:[[:space:]]*['\"]?([a-z0-9-]+)['\"]?[[:space:]]*(#.*)?$/\1/p" "$home/framework.yaml")
  fi
  if [[ ! $id =~ ^[a-z0-9-]+$ ]]; then return; fi
  git grep -l -z --full-name -E "^id:[[:space:]]*['\"]?${id}['\"]?[[:space:]]*(#.*)?$" \
    "$1" -- ':(top,glob)**/framework.yaml' >"$results/same" || code=$?
  [[ $code -le 1 ]] || stop "the frameworks of the base cannot be looked through"
  mapfile -d '' -t found <"$results/same"
  if [[ ${#found[@]} -ne 1 ]]; then return; fi
  found[0]=${found[0]#"$1":}
  base=git:$1:$(dirname -- "${found[0]}")
  printf 'The framework had another place in the base.\n'
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
  grave "$code"
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

check() {
  entered
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

diff() {
  entered
  if [[ -z $base ]] || ! yes diff "${CADRE_DIFF:-true}"; then return; fi
  threshold=${CADRE_DIFF_FAIL_ON:-never}
  operands=(-- "$base")
  if [[ -n $whole ]]; then operands+=("$whole"); fi
  judge diff "$results/changes.json" diff --fail-on "$threshold"
  if [[ ! -s $results/changes.json ]]; then return; fi
  output changes "$results/changes.json"
  local word
  for word in required declared; do
    output "$word-bump" "$(jq -r --arg word "$word" '.bump[$word] | strings | select(test("^[a-z]+$"))' "$results/changes.json")"
  done
}

release() {
  entered
  if ! yes release-check "${CADRE_RELEASE_CHECK:-}"; then return; fi
  threshold=${CADRE_FAIL_ON:-error}
  if [[ -n $whole ]]; then operands=(-- "$whole"); else operands=(--); fi
  arguments=(release check --fail-on "$threshold")
  if [[ ${common[*]} == *--config-from* ]]; then arguments+=(--base "$base"); fi
  judge release "$results/release.json" "${arguments[@]}"
  if [[ -s $results/release.json ]]; then output release "$results/release.json"; fi
}

# begin finds the framework and its base, and refuses wrong inputs before anything runs.
begin() {
  cleared
  cd "${CADRE_WORKING_DIRECTORY:-.}"
  output results "$results"
  local name value
  for name in new-only config-from-base diff release-check; do
    value=CADRE_${name//-/_}
    value=$(tr '[:lower:]' '[:upper:]' <<<"$value")
    if yes "$name" "${!value:-}"; then :; fi
  done
  located
  based
  printf '%s' "$base" >"$results/base"
  printf '%s' "$home" >"$results/home"
}

# entered goes to where everything happens and takes up what begin found. Part of a
# framework is checked, and a whole one compared and released.
entered() {
  [[ -f $results/base && -f $results/home ]] || stop "run.sh begin has not run"
  base=$(<"$results/base")
  whole=$(<"$results/home")
  whole=${whole:-${CADRE_PATH:-}}
  cd "${CADRE_WORKING_DIRECTORY:-.}"
  common=(--limits "${CADRE_LIMITS:-default}")
  if [[ -n $base ]] && yes config-from-base "${CADRE_CONFIG_FROM_BASE:-}"; then
    common+=(--config-from base)
  fi
}

# outcome sets all outputs. A run in which nothing was checked is never clean.
outcome() {
  local worst=0 code outcomes=(clean findings misused incomplete)
  mkdir -p "$results"
  touch "$results/codes" "$results/outputs"
  if [[ ! -s $results/codes ]]; then worst=3; fi
  while read -r code; do
    if [[ $code -gt $worst ]]; then worst=$code; fi
  done <"$results/codes"
  if [[ $worst -lt 2 ]] && ! grep '^check-exit-code=' "$results/outputs" >/dev/null; then worst=3; fi
  output outcome "${outcomes[$worst]:-incomplete}"
  output exit-code "$worst"
  if [[ -n ${GITHUB_OUTPUT:-} ]]; then cat "$results/outputs" >>"$GITHUB_OUTPUT"; fi
  exit "$worst"
}

# all does what the steps of the action do.
all() {
  local name
  for name in begin check diff release; do
    bash "${BASH_SOURCE[0]}" "$name" || break
  done
  outcome
}

# ended keeps that a step broke off, whatever the reason.
ended() {
  local code=$?
  if [[ $code -ne 0 && -d $results ]]; then grave $((code == 2 ? 2 : 3)); fi
}

case ${1:-} in
  install | begin | check | diff | release)
    trap ended EXIT
    "$1"
    ;;
  outcome | all) "$1" ;;
  *) wrong "usage: run.sh install|begin|check|diff|release|outcome|all" ;;
esac
