#!/bin/sh
# Renew the locks: resolve each group in a fresh environment and write down what it added.
# A local version such as "+cpu" is dropped, so that a lock fits every index of packages.
set -eu
export LC_ALL=C
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"${1:-python3}" -m venv "$work/venv"
pip="$work/venv/bin/python -m pip --disable-pip-version-check --quiet"

freeze() { $pip freeze --exclude-editable --exclude loketwijzer | sed 's/+cpu$//' | sort; }

write() { # group, file with what was there before
  {
    echo "# Exact pins of the group \"$1\"; renewed by \`make lock\`."
    freeze | comm -13 "$2" - | grep -v '^#'
  } > "$here/requirements/$1.txt"
}

: > "$work/none"
$pip install "$here"
freeze > "$work/serve"; write serve "$work/none"
$pip install "$here[model]"
freeze > "$work/model"; write model "$work/serve"
$pip install "$here[dev]"
write dev "$work/model"
$pip check
# The generator of clients stands apart: it needs an older typer than we do.
"${1:-python3}" -m venv "$work/generator"
pip="$work/generator/bin/python -m pip --disable-pip-version-check --quiet"
$pip install "openapi-python-client>=0.29.1"
{
  echo "# Exact pins of the generator of clients; renewed by \`make lock\`."
  freeze
} > "$here/requirements/openapi-generator.txt"
rm -rf "$here/build"
