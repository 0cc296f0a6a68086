#!/usr/bin/python3
"""Locks or unlocks the session's default keyring without a prompt: keyring.py lock | unlock"""

import sys

from gi.repository import Gio, GLib

NAME = "org.freedesktop.secrets"
PATH = "/org/freedesktop/secrets"
SERVICE = "org.freedesktop.Secret.Service"
# gnome-keyring's own, for its tests and for PAM.
INTERNAL = "org.gnome.keyring.InternalUnsupportedGuiltRiddenInterface"
PASSWORD = b"pw"  # as in with-keyring.sh


def main():
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)

    def call(path, interface, method, arguments):
        return bus.call_sync(NAME, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE, 5000).unpack()

    collection, = call(PATH, SERVICE, "ReadAlias", GLib.Variant("(s)", ("default",)))
    if sys.argv[1] == "lock":
        call(PATH, SERVICE, "Lock", GLib.Variant("(ao)", ([collection],)))
    else:
        _, session = call(PATH, SERVICE, "OpenSession", GLib.Variant("(sv)", ("plain", GLib.Variant("s", ""))))
        master = (session, b"", PASSWORD, "text/plain")
        call(PATH, INTERNAL, "UnlockWithMasterPassword", GLib.Variant("(o(oayays))", (collection, master)))
    wanted = GLib.Variant("(ss)", ("org.freedesktop.Secret.Collection", "Locked"))
    locked, = call(collection, "org.freedesktop.DBus.Properties", "Get", wanted)
    return 0 if locked == (sys.argv[1] == "lock") else 1


if __name__ == "__main__":
    sys.exit(main())
