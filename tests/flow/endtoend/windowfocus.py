#!/usr/bin/python3
"""The one duty of a window manager that a bare X server lacks: the topmost window has the keyboard.

Menus and tooltips (override-redirect) are left alone, as a window manager would.
"""

import ctypes
import ctypes.util
import time

VIEWABLE = 2
REVERT_TO_POINTER_ROOT = 1
INTERVAL = 0.03


class WindowAttributes(ctypes.Structure):
    """XWindowAttributes of Xlib.h."""

    _fields_ = [(name, ctypes.c_int) for name in ("x", "y", "width", "height", "border_width", "depth")] + [
        ("visual", ctypes.c_void_p), ("root", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("window_class", "bit_gravity", "win_gravity", "backing_store")),
        ("backing_planes", ctypes.c_ulong), ("backing_pixel", ctypes.c_ulong), ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong), ("map_installed", ctypes.c_int), ("map_state", ctypes.c_int),
        ("all_event_masks", ctypes.c_long), ("your_event_mask", ctypes.c_long),
        ("do_not_propagate_mask", ctypes.c_long), ("override_redirect", ctypes.c_int), ("screen", ctypes.c_void_p)]


def load_x11():
    x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    pointer, window = ctypes.c_void_p, ctypes.c_ulong
    x11.XOpenDisplay.restype = pointer
    x11.XOpenDisplay.argtypes = [ctypes.c_char_p]
    x11.XDefaultRootWindow.restype = window
    x11.XDefaultRootWindow.argtypes = [pointer]
    x11.XQueryTree.argtypes = [pointer, window, ctypes.POINTER(window), ctypes.POINTER(window),
                               ctypes.POINTER(ctypes.POINTER(window)), ctypes.POINTER(ctypes.c_uint)]
    x11.XGetWindowAttributes.argtypes = [pointer, window, ctypes.POINTER(WindowAttributes)]
    x11.XSetInputFocus.argtypes = [pointer, window, ctypes.c_int, ctypes.c_ulong]
    x11.XGetInputFocus.argtypes = [pointer, ctypes.POINTER(window), ctypes.POINTER(ctypes.c_int)]
    x11.XSync.argtypes = [pointer, ctypes.c_int]
    x11.XFree.argtypes = [pointer]
    return x11


def topmost_window(x11, display, root):
    """The highest managed window that can be seen, or 0."""
    some, count, children = ctypes.c_ulong(), ctypes.c_uint(), ctypes.POINTER(ctypes.c_ulong)()
    if not x11.XQueryTree(display, root, some, some, children, count):
        return 0
    windows = [children[i] for i in range(count.value)]
    if count.value:
        x11.XFree(ctypes.cast(children, ctypes.c_void_p))
    attributes = WindowAttributes()
    for window in reversed(windows):
        if (x11.XGetWindowAttributes(display, window, attributes) and attributes.map_state == VIEWABLE
                and not attributes.override_redirect):
            return window
    return 0


def main():
    x11 = load_x11()
    # A window may go at any moment; the default handler would end this process.
    ignore = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: 0)
    x11.XSetErrorHandler(ignore)
    display = x11.XOpenDisplay(None)
    if not display:
        raise SystemExit("no display")
    root = x11.XDefaultRootWindow(display)
    focused, revert = ctypes.c_ulong(), ctypes.c_int()
    while True:
        window = topmost_window(x11, display, root)
        x11.XGetInputFocus(display, focused, revert)
        if window and focused.value != window:
            x11.XSetInputFocus(display, window, REVERT_TO_POINTER_ROOT, 0)
        x11.XSync(display, 0)
        time.sleep(INTERVAL)


if __name__ == "__main__":
    main()
