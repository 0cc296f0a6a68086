#include "sandbox/rules/attributeschema.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace Qt::StringLiterals;

using Attributes = QList<UserAttribute>;

class TestAttributeSchema final : public QObject
{
    Q_OBJECT

private slots:
    void standard();
    void custom();
    void refusedSchemas();
    void check_data();
    void check();
    void permissions();
    void administrators();
    void missing();
    void permissionLists();
};

namespace {

idp::SchemaAttributeType wanted(const QString &name, const QString &type = u"String"_s)
{
    return {.name = name, .attributeDataType = type, .mutable_ = true};
}

Schema testSchema()
{
    auto role = wanted(u"role"_s);
    role.stringAttributeConstraints = idp::StringAttributeConstraintsType{.minLength = u"2"_s, .maxLength = u"5"_s};
    auto age = wanted(u"age"_s, u"Number"_s);
    age.numberAttributeConstraints = idp::NumberAttributeConstraintsType{.minValue = u"18"_s, .maxValue = u"99"_s};
    auto secret = wanted(u"note"_s);
    secret.developerOnlyAttribute = true;
    auto email = wanted(u"email"_s);
    email.required = true;
    auto name = wanted(u"name"_s);
    name.required = true;
    return *schemaFor(
        {role, age, wanted(u"since"_s, u"DateTime"_s), wanted(u"beta"_s, u"Boolean"_s), secret, email, name});
}

QString fault(const Outcome<void> &outcome)
{
    return outcome ? QString() : outcome.error().code + u": "_s + outcome.error().message;
}

} // namespace

void TestAttributeSchema::standard()
{
    const Schema schema = standardSchema();
    QCOMPARE(schema.size(), 20);
    QCOMPARE(findAttribute(schema, u"sub")->required, true);
    QCOMPARE(findAttribute(schema, u"sub")->mutable_, false);
    QCOMPARE(findAttribute(schema, u"email")->required, false);
    QCOMPARE(findAttribute(schema, u"birthdate")->stringAttributeConstraints->maxLength, u"10"_s);
    QCOMPARE(findAttribute(schema, u"updated_at")->attributeDataType, u"Number"_s);
    QCOMPARE(findAttribute(schema, u"email_verified")->attributeDataType, u"Boolean"_s);
    QVERIFY(!findAttribute(schema, u"role"));
}

void TestAttributeSchema::custom()
{
    const Schema schema = testSchema();
    QVERIFY(findAttribute(schema, u"custom:role"));
    QVERIFY(!findAttribute(schema, u"role"));
    QCOMPARE(findAttribute(schema, u"dev:custom:note")->developerOnlyAttribute, true);
    QCOMPARE(findAttribute(schema, u"email")->required, true);
    QCOMPARE(schema.size(), 25);
}

void TestAttributeSchema::refusedSchemas()
{
    auto role = wanted(u"role"_s);
    role.required = true;
    const auto required = schemaFor({role});
    QVERIFY(!required);
    QCOMPARE(required.error().code, u"InvalidParameterException"_s);
    QCOMPARE(required.error().message, u"Required custom attributes are not supported currently."_s);
    QVERIFY(!schemaFor({wanted(u"role"_s), wanted(u"role"_s)}));
}

void TestAttributeSchema::check_data()
{
    QTest::addColumn<Attributes>("attributes");
    QTest::addColumn<QString>("expected");
    const QString schema = u"InvalidParameterException: Attributes did not conform to the schema: "_s;
    const QString type = u"InvalidParameterException: Type for attribute {%1} could not be determined"_s;
    const QString forbidden = u"NotAuthorizedException: A client attempted to write unauthorized attribute"_s;
    const auto row = [](const char *name, const Attributes &attributes, const QString &expected) {
        QTest::newRow(name) << attributes << expected;
    };
    row("none", {}, {});
    row("standard ones", {{u"email"_s, u"j@example.com"_s}, {u"given_name"_s, u"Jane"_s}}, {});
    row("unknown", {{u"custom:x"_s, u"1"_s}}, schema + u"custom:x: Attribute does not exist in the schema."_s);
    row("prefix forgotten", {{u"role"_s, u"dev"_s}}, schema + u"role: Attribute does not exist in the schema."_s);
    row("number", {{u"custom:age"_s, u"42"_s}}, {});
    row("no number", {{u"custom:age"_s, u"old"_s}}, type.arg(u"custom:age"_s));
    row("no boolean", {{u"custom:beta"_s, u"maybe"_s}}, type.arg(u"custom:beta"_s));
    row("boolean", {{u"custom:beta"_s, u"true"_s}}, {});
    row("date", {{u"custom:since"_s, u"2026-01-02T03:04:05Z"_s}}, {});
    row("no date", {{u"custom:since"_s, u"yesterday"_s}}, type.arg(u"custom:since"_s));
    row("number too small", {{u"custom:age"_s, u"17"_s}},
        schema + u"custom:age: Number must be greater than or equal to 18"_s);
    row("string too long", {{u"custom:role"_s, u"admins"_s}},
        schema + u"custom:role: String must be shorter than or equal to 5"_s);
    row("birthdate of nine", {{u"birthdate"_s, u"2000-1-01"_s}},
        schema + u"birthdate: String must be longer than or equal to 10"_s);
    row("email form", {{u"email"_s, u"jane"_s}}, u"InvalidParameterException: Invalid email address format."_s);
    row("phone form", {{u"phone_number"_s, u"12025550123"_s}},
        u"InvalidParameterException: Invalid phone number format."_s);
    row("sub", {{u"sub"_s, u"x"_s}}, forbidden);
    row("email_verified", {{u"email_verified"_s, u"true"_s}}, forbidden);
    row("developer-only", {{u"dev:custom:note"_s, u"x"_s}}, forbidden);
}

void TestAttributeSchema::check()
{
    QFETCH(const Attributes, attributes);
    QFETCH(const QString, expected);
    QCOMPARE(fault(checkAttributes(testSchema(), attributes, Writer::Client)), expected);
}

void TestAttributeSchema::permissions()
{
    const QStringList writable{u"given_name"_s};
    const QString forbidden = u"NotAuthorizedException: A client attempted to write unauthorized attribute"_s;
    const Schema schema = testSchema();
    QCOMPARE(fault(checkAttributes(schema, {{u"given_name"_s, u"J"_s}}, Writer::Client, writable)), QString());
    QCOMPARE(fault(checkAttributes(schema, {{u"nickname"_s, u"J"_s}}, Writer::Client, writable)), forbidden);
    // What is required can always be written.
    QCOMPARE(fault(checkAttributes(schema, {{u"name"_s, u"J"_s}}, Writer::Client, writable)), QString());
    QVERIFY(isReadable(u"sub", QStringList{u"email"_s}));
    QVERIFY(!isReadable(u"name", QStringList{u"email"_s}));
    QVERIFY(isReadable(u"name", {}));
}

void TestAttributeSchema::administrators()
{
    const Schema schema = testSchema();
    QCOMPARE(fault(checkAttributes(schema, {{u"email_verified"_s, u"true"_s}, {u"dev:custom:note"_s, u"x"_s}},
                                   Writer::Administrator)),
             QString());
    QVERIFY(!checkAttributes(schema, {{u"sub"_s, u"x"_s}}, Writer::Administrator));
}

void TestAttributeSchema::missing()
{
    const Schema schema = testSchema();
    const QString head = u"InvalidParameterException: Attributes did not conform to the schema: "_s;
    QCOMPARE(fault(checkRequired(schema, {{u"email"_s, u"a"_s}, {u"name"_s, u"b"_s}})), QString());
    QCOMPARE(fault(checkRequired(schema, {{u"name"_s, u"b"_s}})), head + u"email: The attribute is required"_s);
    QCOMPARE(fault(checkRequired(schema, {{u"name"_s, u"b"_s}, {u"email"_s, QString()}})),
             head + u"email: The attribute is required"_s);
    QCOMPARE(fault(checkRequired(schema, {})),
             head + u"name.formatted: The attribute name.formatted is required\nemail: The attribute is required"_s);
}

void TestAttributeSchema::permissionLists()
{
    const Schema schema = testSchema();
    QVERIFY(checkPermissionList(schema, QStringList{u"email"_s, u"custom:role"_s}, u"write"));
    QVERIFY(checkPermissionList(schema, QStringList{u"email_verified"_s}, u"read"));
    QCOMPARE(fault(checkPermissionList(schema, QStringList{u"role"_s}, u"read")),
             u"InvalidParameterException: Invalid read attributes specified while creating a client"_s);
    QCOMPARE(fault(checkPermissionList(schema, QStringList{u"email_verified"_s}, u"write")),
             u"InvalidParameterException: Invalid write attributes specified while creating a client"_s);
}

QTEST_GUILESS_MAIN(TestAttributeSchema)
#include "tst_attributeschema.moc"
