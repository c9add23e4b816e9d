#!/usr/bin/env bash
# Installs the Debian package RUNBOOKC_PACKAGE, unless the same version is there.
set -euo pipefail

package=$(realpath -- "$RUNBOOKC_PACKAGE")
wanted=$(dpkg-deb -f "$package" Version)
installed=$(dpkg-query -W -f='${Version}' runbookc 2>/dev/null || true)
if [ "$wanted" = "$installed" ]; then exit 0; fi
as_root=()
if [ "$(id -u)" -ne 0 ]; then as_root=(sudo); fi
"${as_root[@]}" apt-get install -y --no-install-recommends --allow-downgrades "$package"
