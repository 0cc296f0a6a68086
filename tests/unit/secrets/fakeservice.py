#!/usr/bin/python3
"""A Secret Service that cannot be relied on, on the session's bus: fakeservice.py silent | dies | ignored | cancelled

silent: takes requests and never answers. dies: ends in the middle of the first one. ignored, cancelled: everything is
locked, and the prompt that would unlock it is left alone, or closed by the user. It says "ready" when it can be asked.
"""

import os
import sys

from gi.repository import Gio, GLib

NAME = "org.freedesktop.secrets"
SERVICE_PATH = "/org/freedesktop/secrets"
COLLECTION_PATHS = (SERVICE_PATH + "/collection/login", SERVICE_PATH + "/aliases/default")
ITEM_PATH = COLLECTION_PATHS[0] + "/1"
PROMPT_PATH = SERVICE_PATH + "/prompt/1"
SESSION_PATH = SERVICE_PATH + "/session/1"
IS_LOCKED = "org.freedesktop.Secret.Error.IsLocked"

INTERFACES = """<node>
<interface name="org.freedesktop.Secret.Service">
  <method name="OpenSession"><arg type="s" direction="in"/><arg type="v" direction="in"/>
    <arg type="v" direction="out"/><arg type="o" direction="out"/></method>
  <method name="SearchItems"><arg type="a{ss}" direction="in"/>
    <arg type="ao" direction="out"/><arg type="ao" direction="out"/></method>
  <method name="Unlock"><arg type="ao" direction="in"/>
    <arg type="ao" direction="out"/><arg type="o" direction="out"/></method>
  <method name="ReadAlias"><arg type="s" direction="in"/><arg type="o" direction="out"/></method>
  <method name="GetSecrets"><arg type="ao" direction="in"/><arg type="o" direction="in"/>
    <arg type="a{o(oayays)}" direction="out"/></method>
</interface>
<interface name="org.freedesktop.Secret.Collection">
  <method name="CreateItem"><arg type="a{sv}" direction="in"/><arg type="(oayays)" direction="in"/>
    <arg type="b" direction="in"/><arg type="o" direction="out"/><arg type="o" direction="out"/></method>
</interface>
<interface name="org.freedesktop.Secret.Prompt">
  <method name="Prompt"><arg type="s" direction="in"/></method>
  <signal name="Completed"><arg type="b"/><arg type="v"/></signal>
</interface>
</node>"""


class Service:
    def __init__(self, fault):
        self._fault = fault
        self._bus = Gio.bus_get_sync(Gio.BusType.SESSION)
        service, collection, prompt = Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces
        places = [(SERVICE_PATH, service), (PROMPT_PATH, prompt), *((path, collection) for path in COLLECTION_PATHS)]
        for path, interface in places:
            self._bus.register_object(path, interface, self._called, None, None)

    def _called(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        if self._fault == "dies":
            os._exit(0)
        if self._fault != "silent":
            getattr(self, "_" + method)(invocation, arguments)

    @staticmethod
    def _answer(invocation, signature, *values):
        invocation.return_value(GLib.Variant(signature, values))

    def _OpenSession(self, invocation, arguments):
        if arguments.unpack()[0] != "plain":  # the client falls back to it
            invocation.return_dbus_error("org.freedesktop.DBus.Error.NotSupported", "plain only")
        else:
            self._answer(invocation, "(vo)", GLib.Variant("s", ""), SESSION_PATH)

    def _SearchItems(self, invocation, _arguments):
        self._answer(invocation, "(aoao)", [], [ITEM_PATH])

    def _Unlock(self, invocation, _arguments):
        self._answer(invocation, "(aoo)", [], PROMPT_PATH)

    def _ReadAlias(self, invocation, _arguments):
        self._answer(invocation, "(o)", COLLECTION_PATHS[0])

    def _GetSecrets(self, invocation, _arguments):
        invocation.return_dbus_error(IS_LOCKED, "locked")

    def _CreateItem(self, invocation, _arguments):
        invocation.return_dbus_error(IS_LOCKED, "locked")

    def _Prompt(self, invocation, _arguments):
        invocation.return_value(None)
        if self._fault == "cancelled":
            self._bus.emit_signal(None, PROMPT_PATH, "org.freedesktop.Secret.Prompt", "Completed",
                                  GLib.Variant("(bv)", (True, GLib.Variant("s", ""))))

    def run(self):
        loop = GLib.MainLoop()
        Gio.bus_own_name_on_connection(self._bus, NAME, Gio.BusNameOwnerFlags.NONE,
                                       lambda *_: print("ready", flush=True), lambda *_: loop.quit())
        loop.run()


if __name__ == "__main__":
    Service(sys.argv[1]).run()
