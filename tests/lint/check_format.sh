#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Whether clang-format would change a file. usage: check_format.sh CLANG-FORMAT SOURCE-ROOT
set -eu
cd "$2"
git ls-files '*.c' '*.h' | xargs "$1" --dry-run -Werror
