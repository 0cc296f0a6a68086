"""The generator's reader: what it understands and what it refuses."""

import sys
import tempfile
import unittest
from pathlib import Path

sys.dont_write_bytecode = True

from modelcopies import SOURCE, servicemodel  # noqa: E402

import names  # noqa: E402

FILES = {
    "shapes": "kind\tname\tbody\nstruct\tAskRequest\tId!~:str{1..5 /[a-z]{2,3}, x+/}\nerror\tNo\tclient\n",
    "operations": "operation\tauthorization\tinput\toutput\terrors\nAsk\tNone\tAskRequest\t-\tNo\n",
    "effects": "operation\teffect\nAsk\tReads\n",
    "marks": "mark\tstruct\tmember\tvalue\tsource\n",
}


def load(**changed: str) -> servicemodel.Service:
    with tempfile.TemporaryDirectory() as folder:
        for name, text in (FILES | changed).items():
            Path(folder, f"test.{name}.tsv").write_text(text, encoding="utf-8")
        return servicemodel.load(Path(folder), "test")


class ReaderTest(unittest.TestCase):
    def test_members(self):
        rows = {
            "A:str": ("A", "str", False, False, None, None, ""),
            "A!:num{integer 0..60}": ("A", "num", True, False, 0, 60, ""),
            "A~:{str}{..10}": ("A", "{str}", False, True, None, 10, ""),
            "A!~:[T]{1..}": ("A", "[T]", True, True, 1, None, ""),
            r"A:str{/^a{1,2}, \}$/}": ("A", "str", False, False, None, None, r"^a{1,2}, \}$"),
            r"A:str{1..9 /[\w+=/,.@-]+/}": ("A", "str", False, False, 1, 9, r"[\w+=/,.@-]+"),
        }
        for text, (name, kind, required, sensitive, least, most, pattern) in rows.items():
            with self.subTest(text):
                first, second = servicemodel.parse_members(f"{text}, B:bool")
                self.assertEqual((first.name, first.type, first.required, first.sensitive),
                                 (name, kind, required, sensitive))
                self.assertEqual((first.minimum, first.maximum, first.pattern), (least, most, pattern))
                self.assertEqual(second.name, "B")

    def test_what_fits(self):
        service = load()
        self.assertEqual(service.structs["AskResponse"], [])
        self.assertEqual(service.structs["AskRequest"][0].pattern, "[a-z]{2,3}, x+")

    def test_marks(self):
        head = FILES["marks"]
        member = load(marks=head + "redact\tAskRequest\tId\t-\tx\nminimum\tAskRequest\tId\t3\tx\n").structs["AskRequest"][0]
        self.assertEqual((member.redacted, member.minimum, member.maximum), (True, 3, 5))

    def test_refusals(self):
        operations, shapes, marks = FILES["operations"], FILES["shapes"], FILES["marks"]
        rows = {
            "unknown error": {"operations": operations.replace("\tNo", "\tMaybe")},
            "unknown authorization": {"operations": operations.replace("None", "Magic")},
            "unknown input": {"operations": operations.replace("AskRequest", "Tell")},
            "unknown type": {"shapes": shapes.replace("Id!~:str", "Id!~:Text")},
            "unknown limits": {"shapes": shapes.replace("1..5", "1-5")},
            "unknown kind": {"shapes": shapes.replace("struct", "union")},
            "unknown mark": {"marks": marks + "hide\tAskRequest\tId\t-\tx\n"},
            "mark on nothing": {"marks": marks + "redact\tAskRequest\tName\t-\tx\n"},
            "no effect": {"effects": "operation\teffect\n"},
            "effect of nothing": {"effects": FILES["effects"] + "Tell\tReads\n"},
            "missing column": {"operations": operations.replace("\tNone", "")},
            "structure in itself": {"shapes": shapes + "struct\tA\tB:B\nstruct\tB\tA:[A]\n"},
        }
        for name, changed in rows.items():
            with self.subTest(name), self.assertRaises(servicemodel.ModelError):
                load(**changed).in_order_of_use()


class NamesTest(unittest.TestCase):
    def test_fields(self):
        rows = {"UserPoolId": "userPoolId", "MFAOptions": "mfaOptions", "CSS": "css", "CallbackURLs": "callbackURLs",
                "headerName": "headerName", "KMSKeyID": "kmsKeyID", "S3Bucket": "s3Bucket"}
        for member, expected in rows.items():
            self.assertEqual(names.field_name(member), expected)
        self.assertEqual(names.cpp_field("Mutable"), "mutable_")

    def test_constants(self):
        rows = {"USER_SRP_AUTH": "UserSrpAuth", "not_remembered": "NotRemembered", "V1_0": "V1_0", "email": "Email",
                "InProgress": "InProgress", "TLS_V1_2_2021": "TlsV1_2_2021", "PBKDF2_SHA256": "Pbkdf2Sha256"}
        for value, expected in rows.items():
            self.assertEqual(names.constant_name(value), expected)

    def test_constants_stay_apart(self):
        for service in ("cognito-idp", "cognito-identity"):
            for name, values in servicemodel.load(SOURCE / "resources/model", service).enums.items():
                self.assertEqual(len(set(map(names.constant_name, values))), len(values), name)


if __name__ == "__main__":
    unittest.main()
