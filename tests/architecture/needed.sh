#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# needed.sh LAYER PROBE: the probe holds the whole layer and was linked with what the layer declares. The libraries it
# needs are those the layer really uses; one that its row in the layer table does not allow is a layering fault.
set -u
layer=$1
probe=$2

core='libQt6Core'
decode='libavformat libavcodec libswscale libswresample libavutil libjpeg libpng16 libwebp libheif libexiv2 liblcms2 libseccomp libZXing'
gui="$core libQt6Gui"
ui="$gui libQt6Widgets libQt6Svg libQt6Charts libQt6PrintSupport libQt6Multimedia"
storage="$core libQt6Sql libsqlite3 libpq"
intake="$core libzip"
output="$gui libxlsxwriter"
case $layer in
domain | usecases | presentation) allowed=$core ;;
storage) allowed=$storage ;;
intake) allowed=$intake ;;
decode) allowed=$decode ;;
read) allowed="$decode libtesseract" ;; # and only here
media) allowed=$gui ;; # no decoder in the window
output) allowed=$output ;;
ui) allowed=$ui ;;
app) allowed="$ui $storage $intake $output libQt6Network libQt6Concurrent libqt6keychain" ;;
*)
    echo "layering.needed: '$layer' has no row here; give it one that says what it may need"
    exit 1
    ;;
esac
system='libstdc++ libgcc_s libc libm libpthread libdl librt ld-linux-x86-64 ld-linux-aarch64'

needed=$(readelf -d "$probe" | sed -n 's/.*(NEEDED).*\[\(.*\)\.so.*/\1/p')
if [ -z "$needed" ]; then
    echo "layering.needed: readelf finds no needed library in $probe, so nothing was tested"
    exit 1
fi
bad=''
for library in $needed; do
    case " $allowed $system " in
    *" $library "*) ;;
    *) bad="$bad $library" ;;
    esac
done
if [ -n "$bad" ]; then
    echo "layering.needed: the layer '$layer' uses$bad; its row in the layer table allows only: $allowed"
    exit 1
fi
