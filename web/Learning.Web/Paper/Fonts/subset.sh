#!/bin/sh
# subset.sh FOLDER: makes the two fonts here from those of Debian's fonts-noto-core (needs fonttools). SkiaSharp embeds whole fonts in a
# PDF, so they hold only Latin, Cyrillic with all letters of Mongolian and Kazakh, and punctuation: 500 KB become 54.
# Ligatures are left out on purpose: "fi" as one glyph is copied out of a PDF as one strange character.
set -eu
from=$(cd "${1:?folder of the original fonts}" && pwd)
cd "$(dirname "$0")"
for weight in Regular Bold; do
  pyftsubset "$from/NotoSans-$weight.ttf" --output-file="NotoSans-$weight.ttf" \
    --unicodes="U+0020-007E,U+00A0-017F,U+02BC,U+0300-0304,U+0306,U+0308,U+030A,U+030C,U+0400-045F,U+0490-04FF,U+2010-2015,U+2018-201A,U+201C-201E,U+2020-2022,U+2026,U+2030,U+2032-2033,U+2039,U+203A,U+20AC,U+20AE,U+2116,U+2122,U+2212" \
    --layout-features=kern,mark,mkmk,ccmp,locl --no-hinting --notdef-outline --name-IDs='*' --drop-tables+=DSIG
done
