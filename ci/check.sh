#!/usr/bin/env bash
# The check of action.yml. Reads RUNBOOKC_PATHS and RUNBOOKC_ARGS (one a line), RUNBOOKC_FAIL_ON,
# RUNBOOKC_CHANGED_SINCE, RUNBOOKC_FORMAT and RUNBOOKC_SARIF; empty or unset means the default.
set -euo pipefail

command=(runbookc check --format "${RUNBOOKC_FORMAT:-github}")
if [ -n "${RUNBOOKC_SARIF:-}" ]; then command+=(--format "sarif=$RUNBOOKC_SARIF"); fi
if [ -n "${RUNBOOKC_FAIL_ON:-}" ]; then command+=(--fail-on "$RUNBOOKC_FAIL_ON"); fi
case ${RUNBOOKC_CHANGED_SINCE:-none} in
  none) ;;
  *) command+=(--changed-since "$RUNBOOKC_CHANGED_SINCE") ;;
esac

add_lines() {
  local line
  while IFS= read -r line; do
    if [ -n "$line" ]; then command+=("$line"); fi
  done <<<"$1"
}
add_lines "${RUNBOOKC_ARGS:-}"
command+=(--)
add_lines "${RUNBOOKC_PATHS:-}"
exec "${command[@]}"
