#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command with an X display, a message bus and folders of its own, and takes all away again.
#
# usage: with-display.sh WIDTHxHEIGHT COMMAND [ARGUMENT...]
#
# Unlike xvfb-run -a, the server itself chooses a free number, so that two tests at once never take the same one.
set -u

size=$1
shift
folder=$(mktemp -d)
chmod 700 "$folder"
mkfifo "$folder/display"
Xvfb -displayfd 3 -screen 0 "${size}x24" -nolisten tcp -noreset 3>"$folder/display" >"$folder/log" 2>&1 &
server=$!

clean_up() {
  kill "$server" 2>/dev/null
  wait "$server" 2>/dev/null
  rm -rf "$folder"
}
trap clean_up EXIT
trap 'exit 143' TERM INT HUP

# The fifo closes without a number where the server cannot start.
if ! read -r display <"$folder/display"; then
  echo "with-display.sh: no X server:" >&2
  cat "$folder/log" >&2
  exit 1
fi

export DISPLAY=:$display
export XDG_RUNTIME_DIR=$folder XDG_CACHE_HOME=$folder/cache XDG_CONFIG_HOME=$folder/config XDG_DATA_HOME=$folder/data
unset WAYLAND_DISPLAY XAUTHORITY
dbus-run-session -- "$@"
