#!/usr/bin/env bash
# The check of action.yml. Reads RUNBOOKC_PATHS and RUNBOOKC_ARGS (one a line), RUNBOOKC_FAIL_ON,
# RUNBOOKC_CHANGED_SINCE, RUNBOOKC_FORMAT and RUNBOOKC_SARIF; empty or unset means the default.
set -euo pipefail

extra=()
paths=()
add_lines() {
  local -n list=$1
  local line
  while IFS= read -r line; do
    if [ -n "$line" ]; then list+=("$line"); fi
  done <<<"$2"
}
add_lines extra "${RUNBOOKC_ARGS:-}"
add_lines paths "${RUNBOOKC_PATHS:-}"

# Those of the arguments that say what is read, without those that say what is judged.
reading=()
is_value=false # of an option that is left out
for word in "${extra[@]}"; do
  case $is_value,$word in
    true,*) is_value=false ;;
    false,--fail-on | false,--changed-since) is_value=true ;;
    false,--fail-on=* | false,--changed-since=*) ;;
    *) reading+=("$word") ;;
  esac
done

# Code scanning closes the alerts that an upload leaves out, so its report holds everything, whatever is judged.
if [ -n "${RUNBOOKC_SARIF:-}" ]; then
  report=(runbookc check --fail-on never --format "sarif=$RUNBOOKC_SARIF")
  "${report[@]}" "${reading[@]}" -- "${paths[@]}"
fi

command=(runbookc check --format "${RUNBOOKC_FORMAT:-github}")
if [ -n "${RUNBOOKC_FAIL_ON:-}" ]; then command+=(--fail-on "$RUNBOOKC_FAIL_ON"); fi
case ${RUNBOOKC_CHANGED_SINCE:-none} in
  none) ;;
  *) command+=(--changed-since "$RUNBOOKC_CHANGED_SINCE") ;;
esac
exec "${command[@]}" "${extra[@]}" -- "${paths[@]}"
