#!/usr/bin/env bash
# SheetJS Community Edition, xlsx 0.18.5 (the newest on npm), Node.js 20, seen on 2026-11-30
#
# What was run: a sheet with the numeric cells 39.3331234567 and 44.7700900123 (what a spreadsheet makes of "+39.3331234567"
#   and "+44.7700900123", the way some directories write phones), turned into CSV and JSON with sheet_to_csv and sheet_to_json.
# One would guess: CSV holds the cell's value, as JSON does.
# Seen: sheet_to_csv writes the value as a cell of format General shows it, 11 characters wide: 39.33312346 and
#   44.77009001. Two digits are gone and the last is rounded, and what is left still has a possible length for a phone
#   number, of another subscriber. With the option rawNumbers the digits stay. sheet_to_json has them by default.
# The first argument is another version to try.
set -euo pipefail

version="${1:-0.18.5}"
expected='CSV 39.33312346,44.77009001
CSV with rawNumbers 39.3331234567,44.7700900123
JSON [39.3331234567,44.7700900123]'

work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT
cd "$work"
cannot() { echo "Cannot run: $1" >&2; exit 2; }
for tool in node npm; do
  command -v "$tool" > /dev/null || cannot "$tool is not installed"
done

echo '{"private": true}' > package.json
npm install --silent --ignore-scripts --no-audit --no-fund --cache "$work/cache" "xlsx@$version" > npm.log 2>&1 \
  || { tail -5 npm.log >&2; cannot "npm did not hand out version $version"; }

cat > main.js << 'JS'
const { read, utils, write } = require('xlsx')
const made = utils.book_new()
utils.book_append_sheet(made, utils.aoa_to_sheet([[39.3331234567, 44.7700900123]]), 'Phones')
const sheet = read(write(made, { type: 'buffer', bookType: 'xlsx' })).Sheets.Phones
console.log('CSV', utils.sheet_to_csv(sheet).trim())
console.log('CSV with rawNumbers', utils.sheet_to_csv(sheet, { rawNumbers: true }).trim())
console.log('JSON', JSON.stringify(utils.sheet_to_json(sheet, { header: 1 })[0]))
JS
seen="$(node main.js 2> node.log)" || { tail -5 node.log >&2; cannot "the program did not end well"; }

echo "$seen"
[ "$seen" = "$expected" ] && { echo "As recorded."; exit 0; }
printf 'Changed. Recorded was:\n%s\n' "$expected"
exit 1
