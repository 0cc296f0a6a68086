"""packaging/dev installs what is missing, and nothing else.

It runs as it is, in a folder with packages of our own, on a PATH where apt-get, dpkg-query, sudo, id and the build's
tools only write down how they were called.
"""

import os
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
TOOLS = ("awk", "bash", "cat", "comm", "dirname", "env", "find", "mkdir", "sort", "touch")
PACKAGES = """# A comment, then a blank line.

[run]
cmake
librun-dev

[test]
checker
nodejs node
"""

DPKG_QUERY = """shift 2
found=0
for package; do
    case " $FAKE_INSTALLED " in
    *" $package "*) echo "$package installed" ;;
    *" $package:removed "*) echo "$package config-files" ;;
    *) found=1 ;;
    esac
done
exit $found
"""
NOTE = """printf '%s\\n' "${0##*/} $*" >>"$FAKE_LOG"
"""
APT_GET = """printf '%s\\n' "apt-get $*${DEBIAN_FRONTEND:+ ($DEBIAN_FRONTEND)}" >>"$FAKE_LOG"
[ "$1" != "$FAKE_FAILING" ]
"""
CMAKE = NOTE + """if [ "$1" = --preset ]; then mkdir -p build && : >build/build.ninja; fi
"""
DPKG_STATUS = Path("/var/lib/dpkg/status")

UPDATE = "apt-get update -q"


def install(*packages: str) -> str:
    return f"apt-get install -q -y --no-install-recommends {' '.join(packages)} (noninteractive)"


class DevScriptTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.bin = self.root / "bin"
        self.log = self.root / "log"
        for name in ("bin", "packaging", "app", "resources", "src", "tests", "ui"):
            (self.root / name).mkdir()
        for name in ("CMakeLists.txt", "CMakePresets.json"):
            (self.root / name).touch()
        shutil.copy(SOURCE / "packaging/dev", self.root / "packaging/dev")
        (self.root / "packaging/debian-packages.txt").write_text(PACKAGES, encoding="utf-8")
        for tool in TOOLS:
            (self.bin / tool).symlink_to(shutil.which(tool))
        self.fake("dpkg-query", DPKG_QUERY)
        self.fake("apt-get", APT_GET)
        self.fake("sudo", NOTE + 'exec "$@"\n')
        self.fake("id", 'echo "$FAKE_UID"\n')
        self.fake("nproc", "echo 1\n")
        self.fake("cmake", CMAKE)
        self.fake("ctest", NOTE)

    def fake(self, name: str, body: str) -> None:
        path = self.bin / name
        path.write_text("#!/bin/sh\n" + body, encoding="utf-8")
        path.chmod(0o755)

    def without(self, name: str) -> None:
        (self.bin / name).unlink()

    def run_dev(self, command: str, installed: str, root: bool = True, **variables: str) -> subprocess.CompletedProcess:
        environment = {"PATH": str(self.bin), "FAKE_LOG": str(self.log), "FAKE_INSTALLED": installed,
                       "FAKE_UID": "0" if root else "1000", "FAKE_FAILING": ""} | variables
        return subprocess.run([shutil.which("bash"), "packaging/dev", command], cwd=self.root, env=environment,
                              capture_output=True, text=True, check=False, timeout=60)

    def calls(self, *programs: str) -> list[str]:
        lines = self.log.read_text(encoding="utf-8").splitlines() if self.log.exists() else []
        return [line for line in lines if line.split()[0] in programs]

    def assert_installed(self, *calls: str) -> None:
        self.assertEqual(self.calls("apt-get", "sudo"), list(calls))

    def assert_built(self, built: bool) -> None:
        self.assertEqual(bool(self.calls("cmake")), built)

    def test_nothing_is_missing(self):
        for root in (True, False):
            with self.subTest(root=root):
                result = self.run_dev("build", "cmake librun-dev", root)
                self.assertEqual(result.returncode, 0, result.stderr)
                self.assert_installed()
                self.assert_built(True)

    def test_as_root(self):
        # What was removed but for its configuration is not there.
        result = self.run_dev("build", "cmake librun-dev:removed")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assert_installed(UPDATE, install("librun-dev"))
        self.assertIn("librun-dev", result.stderr)
        self.assert_built(True)

    def test_all_of_it(self):
        result = self.run_dev("test", "")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assert_installed(UPDATE, install("checker", "cmake", "librun-dev", "nodejs"))
        self.assertEqual(len(self.calls("ctest")), 1)

    def test_a_command_is_as_good_as_its_package(self):
        self.fake("node", "")
        self.assertEqual(self.run_dev("test", "cmake librun-dev checker").returncode, 0)
        self.assert_installed()
        self.without("node")
        self.assertEqual(self.run_dev("test", "cmake librun-dev checker nodejs").returncode, 0)
        self.assert_installed()

    def test_through_sudo(self):
        result = self.run_dev("build", "cmake", root=False)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assert_installed(f"sudo {UPDATE}", UPDATE,
                              "sudo env DEBIAN_FRONTEND=noninteractive "
                              "apt-get install -q -y --no-install-recommends librun-dev", install("librun-dev"))
        self.assert_built(True)

    def test_neither_root_nor_sudo(self):
        self.without("sudo")
        result = self.run_dev("build", "", root=False)
        self.assertEqual(result.returncode, 1)
        self.assertIn("as root, install these Debian packages first: cmake librun-dev", result.stderr)
        self.assert_installed()
        self.assert_built(False)

    def test_told_to_install_nothing(self):
        for root in (True, False):
            with self.subTest(root=root):
                result = self.run_dev("build", "cmake", root, POOLSCOPE_NO_INSTALL="1")
                self.assertEqual(result.returncode, 1)
                self.assertIn("these Debian packages are missing: librun-dev", result.stderr)
                self.assert_installed()
                self.assert_built(False)
        self.assertEqual(self.run_dev("build", "cmake librun-dev", POOLSCOPE_NO_INSTALL="1").returncode, 0)
        self.assert_built(True)

    def test_old_package_lists_may_do(self):
        result = self.run_dev("build", "cmake", FAKE_FAILING="update")
        self.assertEqual(result.returncode, 0, result.stderr)
        self.assertIn("the package lists could not be refreshed", result.stderr)
        self.assert_installed(UPDATE, install("librun-dev"))

    def test_what_cannot_be_installed_ends_it(self):
        result = self.run_dev("build", "cmake", FAKE_FAILING="install")
        self.assertNotEqual(result.returncode, 0)
        self.assert_built(False)

    @unittest.skipUnless(DPKG_STATUS.exists(), "this is no Debian")
    def test_looks_again_for_what_was_installed_since(self):
        def configured() -> int:
            self.assertEqual(self.run_dev("build", "cmake librun-dev").returncode, 0)
            return len([call for call in self.calls("cmake") if "--preset" in call])

        self.assertEqual(configured(), 1)
        self.assertEqual(configured(), 1)
        installed = DPKG_STATUS.stat().st_mtime
        for path in (self.root / "CMakeLists.txt", self.root / "CMakePresets.json"):
            os.utime(path, (installed - 20, installed - 20))
        os.utime(self.root / "build/build.ninja", (installed - 10, installed - 10))
        self.assertEqual(configured(), 2)

    def test_elsewhere_than_on_debian(self):
        for program, body in (("dpkg-query", DPKG_QUERY), ("apt-get", APT_GET)):
            with self.subTest(program):
                self.without(program)
                result = self.run_dev("build", "", root=False)
                self.assertEqual(result.returncode, 0, result.stderr)
                self.assertIn("packaging/debian-packages.txt lists what to install", result.stderr)
                self.assert_installed()
                self.assert_built(True)
                self.log.unlink()
                self.fake(program, body)


if __name__ == "__main__":
    unittest.main()
