#!/bin/sh
# with-keyring.sh PROGRAM [ARGUMENTS]: runs a program on a session bus of its own, with an unlocked gnome-keyring whose
# files lie in a temporary folder.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/run" "$folder/data"
chmod 700 "$folder/run"
status=0
env HOME="$folder" XDG_DATA_HOME="$folder/data" XDG_RUNTIME_DIR="$folder/run" POOLSCOPE_TEST_KEYRING=1 \
    dbus-run-session -- sh -c '
        printf pw | gnome-keyring-daemon --unlock --components=secrets >/dev/null
        "$@" || exit $?
    ' with-keyring "$@" || status=$?
exit $status
