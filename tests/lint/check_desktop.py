"""What the desktop reads of us is valid: desktop entry, metainfo, man page; and all carry one id."""

import subprocess

import lint


def output_of(command):
    result = subprocess.run(command, capture_output=True, text=True, check=False,
                            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "MANROFFSEQ": "", "MANWIDTH": "80"})
    lines = [line for line in (result.stdout + result.stderr).splitlines() if line.strip()]
    return result.returncode, lines


def findings_of(root, path, command, is_page=False):
    status, lines = output_of(command)
    if status == 0 and not is_page:
        return []
    name = path.relative_to(root)
    return [f"{name}:1: {line.strip()}" for line in lines] or ([f"{name}:1: not valid"] if status else [])


def page_findings(root, path):
    """groff tells of faults on its error channel; the page itself goes nowhere."""
    command = ["sh", "-c", 'man --warnings=w --local-file -Tutf8 --encoding=UTF-8 "$1" >/dev/null', "sh", str(path)]
    return findings_of(root, path, command, is_page=True)


def check(root):
    entries = lint.files(root, (".desktop",), ("packaging",))
    infos = lint.files(root, (".metainfo.xml",), ("packaging",))
    pages = lint.files(root, (".1",), ("packaging",))
    findings = [f"packaging:1: there is no {what}" for what, found in
                (("desktop entry", entries), ("metainfo", infos), ("man page", pages)) if not found]
    for path in entries:
        findings.extend(findings_of(root, path, ["desktop-file-validate", "--no-hints", str(path)]))
    for path in infos:
        findings.extend(findings_of(root, path, ["appstreamcli", "validate", "--no-net", "--pedantic", str(path)]))
        if path.with_name(path.name.replace(".metainfo.xml", ".desktop")) not in entries:
            findings.append(f"{path.relative_to(root)}:1: the desktop entry has another id")
    for path in pages:
        findings.extend(page_findings(root, path))
    return findings


ENTRY = "[Desktop Entry]\nType=Application\nName=A\nExec=a\nIcon=org.a.a\nCategories=Development;\n"
INFO = """<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>org.a.a</id>
  <metadata_license>CC0-1.0</metadata_license>
  <project_license>MIT</project_license>
  <name>Sample</name>
  <summary>A sample of the information</summary>
  <description><p>This text is long enough to say what the sample is for, and who would want to use it.</p></description>
  <launchable type="desktop-id">org.a.a.desktop</launchable>
  <developer_name>Sample</developer_name>
  <url type="homepage">https://example.org/</url>
  <content_rating type="oars-1.1"/>
  <releases><release version="1.0" date="2024-01-01"><description><p>The first release.</p></description></release></releases>
</component>
"""
PAGE = ".TH A 1\n.SH NAME\na \\- a sample\n"
GOOD = {"packaging/org.a.a.desktop": ENTRY, "packaging/org.a.a.metainfo.xml": INFO, "packaging/a.1": PAGE}
SAMPLES = (
    lint.Sample("nothing there", {"packaging/dev": ""}, "there is no desktop entry"),
    lint.Sample("an entry without a type", GOOD | {"packaging/org.a.a.desktop": ENTRY.replace("Type=Application\n", "")},
                "org.a.a.desktop:1:"),
    lint.Sample("an information without a licence",
                GOOD | {"packaging/org.a.a.metainfo.xml": INFO.replace("  <metadata_license>CC0-1.0</metadata_license>\n", "")},
                "metainfo.xml:1:"),
    lint.Sample("another id", {"packaging/org.a.b.desktop": ENTRY, "packaging/org.a.a.metainfo.xml": INFO,
                               "packaging/a.1": PAGE}, "another id"),
    lint.Sample("a page with an unknown macro", GOOD | {"packaging/a.1": PAGE + ".NOSUCH x\n"}, "a.1:1:"),
    lint.Sample("all well", GOOD),
)

if __name__ == "__main__":
    lint.run(check, SAMPLES)
