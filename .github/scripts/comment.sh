#!/usr/bin/env bash
# Writes the comment of a pull request from the results of a finished run.
#
# The results come from a run of the pull request's own code: they are hostile. Only
# files of known names are read from the archive, as bytes of a bounded number; Cadre
# validates them and writes every word of the comment. Which pull request it is comes
# from GitHub and never from the results.
#
# It reads GITHUB_REPOSITORY, RUN_ID, HEAD_SHA, HEAD_OWNER, HEAD_BRANCH and CADRE_BIN,
# and needs gh with GH_TOKEN, jq and unzip.
set -euo pipefail
export LC_ALL=C

marker='<!-- cadre: comment -->'
artifact=cadre-results
most_packed=$((16 << 20))
most_json=$((64 << 20))
most_comment=60000
most_part=19000

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# finish ends well without a comment.
finish() {
  printf '%s\n' "$*"
  exit 0
}

stop() {
  printf 'comment: %s\n' "$*" >&2
  exit 1
}

# wellformed refuses what GitHub would never say.
wellformed() {
  [[ ${GITHUB_REPOSITORY:?} =~ ^[A-Za-z0-9._-]+/[A-Za-z0-9._-]+$ ]] || stop "GITHUB_REPOSITORY is no repository"
  [[ ${RUN_ID:?} =~ ^[0-9]+$ ]] || stop "RUN_ID is no number"
  [[ ${HEAD_SHA:?} =~ ^[0-9a-f]{40}$ ]] || stop "HEAD_SHA is no commit id"
  [[ ${HEAD_OWNER:?} =~ ^[A-Za-z0-9_-]+(\[bot\])?$ ]] || stop "HEAD_OWNER is no account"
  [[ -n ${HEAD_BRANCH:-} ]] || stop "HEAD_BRANCH is missing"
}

# found sets pull to the number of the open pull request of the commit that was judged.
found() {
  gh api --method GET "repos/$GITHUB_REPOSITORY/pulls" -f state=open -f "head=$HEAD_OWNER:$HEAD_BRANCH" -f per_page=100 >"$work/pulls"
  jq -r --arg sha "$HEAD_SHA" --arg repository "$GITHUB_REPOSITORY" \
    '.[] | select(.head.sha == $sha and .base.repo.full_name == $repository) | .number | select(type == "number")' "$work/pulls" >"$work/numbers"
  [[ -s $work/numbers ]] || finish "No open pull request has this commit any more, so there is nothing to comment."
  [[ $(wc -l <"$work/numbers") -eq 1 ]] || finish "Several pull requests have this commit, so none gets a comment."
  pull=$(<"$work/numbers")
}

# fetch gets the newest archive with the results, or none where the run left none. A
# run that is repeated leaves one for each time.
fetch() {
  gh api --method GET "repos/$GITHUB_REPOSITORY/actions/runs/$RUN_ID/artifacts" -f "name=$artifact" -f per_page=100 >"$work/artifacts"
  jq -r '[.artifacts[] | select(.expired == false)] | max_by(.id) // empty | "\(.id) \(.size_in_bytes)"' "$work/artifacts" >"$work/newest"
  if [[ ! -s $work/newest ]]; then return; fi
  local id size
  read -r id size <"$work/newest"
  [[ $id =~ ^[0-9]+$ && $size =~ ^[0-9]+$ ]] || stop "GitHub names no results that can be fetched"
  [[ $size -le $most_packed ]] || stop "the results are too large"
  gh api "repos/$GITHUB_REPOSITORY/actions/artifacts/$id/zip" >"$work/results.zip"
  [[ $(wc -c <"$work/results.zip") -le $most_packed ]] || stop "the results are too large"
}

# known refuses an archive with anything in it that the run does not leave.
known() {
  unzip -Z1 "$work/results.zip" >"$work/names" 2>/dev/null || stop "the results are no archive"
  if grep -vxE '(findings|changes|release)\.json|cadre\.sarif' "$work/names" >/dev/null; then
    stop "the results hold a file that no run leaves"
  fi
  [[ -z $(sort "$work/names" | uniq -d) ]] || stop "the results hold a file twice"
}

# part renders one result into the comment. A run that could not be completed (3) is
# shown as such; a file that Cadre refuses leaves nothing to show.
part() {
  local name=$1 code=0
  if ! grep -x "$name.json" "$work/names" >/dev/null; then return; fi
  # What is too large is cut off, at which unzip fails as well.
  unzip -p "$work/results.zip" "$name.json" </dev/null 2>/dev/null | head -c $((most_json + 1)) >"$work/$name.json" || code=$?
  [[ $(wc -c <"$work/$name.json") -le $most_json ]] || stop "$name.json is too large"
  [[ $code -eq 0 ]] || stop "$name.json cannot be unpacked"
  "${CADRE_BIN:-cadre}" report "$work/$name.json" -f markdown --max-bytes "$most_part" --fail-on never >"$work/$name.md" || code=$?
  [[ $code -eq 0 || $code -eq 3 ]] || stop "$name.json cannot be shown"
  [[ -s $work/$name.md ]] || stop "$name.json cannot be shown"
  { printf '\n' && cat "$work/$name.md"; } >>"$work/body"
}

# collect leaves the comment in the file whole, or no such file without results.
collect() {
  fetch
  if [[ ! -e $work/results.zip ]]; then return; fi
  known
  : >"$work/body"
  local name
  for name in changes findings release; do part "$name"; done
  if [[ ! -s $work/body ]]; then return; fi
  if [[ ! -e $work/findings.md ]]; then
    printf '\nThe check could not be completed, so nothing is known of findings.\n' >>"$work/body"
  fi
  { printf '%s\nThe results of %s:\n' "$marker" "$HEAD_SHA" && cat "$work/body"; } >"$work/comment"
  [[ $(wc -c <"$work/comment") -lt $most_comment ]] || stop "the comment is too long"
  mv "$work/comment" "$work/whole"
}

# own sets id to that of the comment that an earlier run left, or to nothing.
own() {
  gh api --paginate "repos/$GITHUB_REPOSITORY/issues/$pull/comments?per_page=100" >"$work/comments"
  id=$(jq -rs --arg marker "$marker" \
    '[.[][] | select(.user.login == "github-actions[bot]" and .user.type == "Bot" and (.body | startswith($marker)))] | .[0].id // empty' "$work/comments")
  [[ $id =~ ^[0-9]*$ ]] || stop "the earlier comment has no number"
}

# replace writes a file over the comment that an earlier run left.
replace() {
  gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" -F "body=@$1"
}

# withdraw lets no earlier comment stand as if it told of this commit.
withdraw() {
  own
  if [[ -z $id ]]; then
    printf 'There are no results, so there is nothing to comment.\n'
    return
  fi
  printf '%s\nThe check of %s could not be completed, so there is no result for it.\n' "$marker" "$HEAD_SHA" >"$work/none"
  replace "$work/none"
  printf 'There are no results, which the comment of pull request %s now says.\n' "$pull"
}

wellformed
found
# Whatever fails while collecting must end it, and then still be told. After || or in
# a condition, bash would go on behind a command that failed.
set +e
(
  set -e
  collect
)
code=$?
set -e
if [[ $code -ne 0 || ! -e $work/whole ]]; then
  withdraw
  exit "$code"
fi
own
if [[ -n $id ]]; then
  replace "$work/whole"
  finish "Updated the comment of pull request $pull."
fi
gh api --silent --method POST "repos/$GITHUB_REPOSITORY/issues/$pull/comments" -F "body=@$work/whole"
finish "Commented on pull request $pull."
