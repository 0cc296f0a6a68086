#include "sandbox/rules/addresses.h"
#include "sandbox/rules/poolrules.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace Qt::StringLiterals;

class TestPoolRules final : public QObject
{
    Q_OBJECT

private slots:
    void emails_data();
    void emails();
    void phones_data();
    void phones();
    void masks();
    void newUsernames_data();
    void newUsernames();
    void filledAddresses_data();
    void filledAddresses();
    void signInNamesOf_data();
    void signInNamesOf();
    void subIsForAdministrators();
    void caseFolding();
};

namespace {

idp::UserPoolType pool(const QStringList &usernameAttributes, const QStringList &aliases)
{
    idp::UserPoolType type;
    if (!usernameAttributes.isEmpty())
        type.usernameAttributes = usernameAttributes;
    if (!aliases.isEmpty())
        type.aliasAttributes = aliases;
    return type;
}

QString fault(const Outcome<void> &outcome)
{
    return outcome ? QString() : outcome.error().code + u": "_s + outcome.error().message;
}

} // namespace

void TestPoolRules::emails_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("plain") << u"jane@example.com"_s << true;
    QTest::newRow("plus and dots") << u"j.a+b@mail.example.co.uk"_s << true;
    QTest::newRow("other scripts") << QString::fromUtf8("\xed\x95\x9c@example.com") << true;
    QTest::newRow("no at") << u"jane.example.com"_s << false;
    QTest::newRow("two ats") << u"a@b@example.com"_s << false;
    QTest::newRow("nothing before") << u"@example.com"_s << false;
    QTest::newRow("nothing after") << u"jane@"_s << false;
    QTest::newRow("no dot") << u"jane@localhost"_s << false;
    QTest::newRow("two dots") << u"jane@example..com"_s << false;
    QTest::newRow("dot at the end") << u"jane@example."_s << false;
    QTest::newRow("blank") << u"ja ne@example.com"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestPoolRules::emails()
{
    QFETCH(const QString, text);
    QFETCH(const bool, valid);
    QCOMPARE(isEmailAddress(text), valid);
}

void TestPoolRules::phones_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("US") << u"+12025550123"_s << true;
    QTest::newRow("15 digits") << u"+123456789012345"_s << true;
    QTest::newRow("16 digits") << u"+1234567890123456"_s << false;
    QTest::newRow("no plus") << u"12025550123"_s << false;
    QTest::newRow("zero first") << u"+0202555012"_s << false;
    QTest::newRow("hyphens") << u"+1-202-555-0123"_s << false;
    QTest::newRow("blank") << u"+1 2025550123"_s << false;
    QTest::newRow("plus alone") << u"+"_s << false;
    QTest::newRow("other digits") << QString::fromUtf8("+\xd9\xa1\xd9\xa2\xd9\xa3\xd9\xa4") << false;
    QTest::newRow("empty") << QString() << false;
}

void TestPoolRules::phones()
{
    QFETCH(const QString, text);
    QFETCH(const bool, valid);
    QCOMPARE(isPhoneNumber(text), valid);
}

void TestPoolRules::masks()
{
    QCOMPARE(maskedEmail(u"test@test.com"), u"t***@t***"_s);
    QCOMPARE(maskedPhone(u"+12025551234"), u"+*******1234"_s);
    QCOMPARE(maskedPhone(u"+12"), u"+12"_s);
}

void TestPoolRules::newUsernames_data()
{
    QTest::addColumn<QStringList>("usernameAttributes");
    QTest::addColumn<QStringList>("aliases");
    QTest::addColumn<QString>("username");
    QTest::addColumn<QString>("expected");
    const QStringList email{u"email"_s};
    const QStringList phone{u"phone_number"_s};
    const QStringList both{u"email"_s, u"phone_number"_s};
    const QString head = u"InvalidParameterException: "_s;
    QTest::newRow("any name") << QStringList() << QStringList() << u"jane"_s << QString();
    QTest::newRow("an address as a name") << QStringList() << QStringList() << u"j@example.com"_s << QString();
    QTest::newRow("email") << email << QStringList() << u"j@example.com"_s << QString();
    QTest::newRow("no email") << email << QStringList() << u"jane"_s << head + u"Username should be an email."_s;
    QTest::newRow("no phone") << phone << QStringList() << u"jane"_s << head + u"Username should be a phone number."_s;
    QTest::newRow("neither") << both << QStringList() << u"jane"_s
                             << head + u"Username should be either an email or a phone number."_s;
    QTest::newRow("phone of both") << both << QStringList() << u"+12025550123"_s << QString();
    QTest::newRow("name with email alias") << QStringList() << email << u"jane"_s << QString();
    QTest::newRow("email with email alias")
        << QStringList() << email << u"j@example.com"_s
        << head + u"Username cannot be of email format, since user pool is configured for email alias."_s;
    QTest::newRow("phone with email alias") << QStringList() << email << u"+12025550123"_s << QString();
    QTest::newRow("name with phone alias") << QStringList() << phone << u"jane"_s << QString();
    QTest::newRow("email with phone alias") << QStringList() << phone << u"j@example.com"_s << QString();
    QTest::newRow("phone with phone alias")
        << QStringList() << phone << u"+12025550123"_s
        << head + u"Username cannot be of phone number format, since user pool is configured for phone number alias."_s;
    QTest::newRow("email with preferred_username alias")
        << QStringList() << QStringList{u"preferred_username"_s} << u"j@example.com"_s << QString();
}

void TestPoolRules::newUsernames()
{
    QFETCH(const QStringList, usernameAttributes);
    QFETCH(const QStringList, aliases);
    QFETCH(const QString, username);
    QFETCH(const QString, expected);
    QCOMPARE(fault(checkNewUsername(pool(usernameAttributes, aliases), username)), expected);
}

void TestPoolRules::filledAddresses_data()
{
    QTest::addColumn<QString>("given");
    QTest::addColumn<QString>("expected");
    QTest::newRow("missing") << QString() << QString();
    QTest::newRow("same") << u"j@example.com"_s << QString();
    QTest::newRow("another") << u"k@example.com"_s
                             << u"InvalidParameterException: User email should be empty or same as username, since "
                                "username attribute is email"_s;
}

void TestPoolRules::filledAddresses()
{
    QFETCH(const QString, given);
    QFETCH(const QString, expected);
    QList<UserAttribute> attributes{{u"name"_s, u"Jane"_s}};
    if (!given.isEmpty())
        attributes.append({u"email"_s, given});
    QCOMPARE(fault(fillAddress(pool({u"email"_s}, {}), u"j@example.com"_s, attributes)), expected);
    if (expected.isEmpty())
        QVERIFY(attributes.contains(UserAttribute{u"email"_s, u"j@example.com"_s}));
}

void TestPoolRules::signInNamesOf_data()
{
    QTest::addColumn<QStringList>("usernameAttributes");
    QTest::addColumn<QStringList>("aliases");
    QTest::addColumn<QString>("status");
    QTest::addColumn<bool>("verified");
    QTest::addColumn<bool>("byEmail");
    QTest::addColumn<bool>("byPreferred");
    const QStringList email{u"email"_s};
    const QStringList aliases{u"email"_s, u"preferred_username"_s};
    QTest::newRow("no aliases") << QStringList() << QStringList() << u"CONFIRMED"_s << true << false << false;
    QTest::newRow("user name attribute, unverified")
        << email << QStringList() << u"UNCONFIRMED"_s << false << true << false;
    QTest::newRow("alias, unverified") << QStringList() << aliases << u"CONFIRMED"_s << false << false << true;
    QTest::newRow("alias, verified") << QStringList() << aliases << u"CONFIRMED"_s << true << true << true;
    QTest::newRow("alias, unconfirmed") << QStringList() << aliases << u"UNCONFIRMED"_s << true << true << false;
}

void TestPoolRules::signInNamesOf()
{
    QFETCH(const QStringList, usernameAttributes);
    QFETCH(const QStringList, aliases);
    QFETCH(const QString, status);
    QFETCH(const bool, verified);
    QFETCH(const bool, byEmail);
    QFETCH(const bool, byPreferred);
    UserRecord user{.username = u"jane"_s, .sub = u"s"_s, .status = status};
    user.setAttribute(u"email"_s, u"j@example.com"_s);
    user.setAttribute(u"email_verified"_s, verified ? u"true"_s : u"false"_s);
    user.setAttribute(u"preferred_username"_s, u"janey"_s);
    const auto names = signInNames(pool(usernameAttributes, aliases), user);
    QVERIFY(names.contains(SignInName{NameKind::Username, u"jane"_s}));
    QVERIFY(names.contains(SignInName{NameKind::Sub, u"s"_s}));
    QCOMPARE(names.contains(SignInName{NameKind::Email, u"j@example.com"_s}), byEmail);
    QCOMPARE(names.contains(SignInName{NameKind::PreferredUsername, u"janey"_s}), byPreferred);
}

void TestPoolRules::subIsForAdministrators()
{
    const SignInName sub{NameKind::Sub, u"x"_s};
    QVERIFY(!lookUpNames(pool({}, {}), u"x"_s, false).contains(sub));
    QVERIFY(lookUpNames(pool({}, {}), u"x"_s, true).contains(sub));
}

void TestPoolRules::caseFolding()
{
    idp::UserPoolType type;
    QVERIFY(isCaseSensitive(type)); // the API's default when absent
    QCOMPARE(foldedName(type, u"Jane"_s), u"Jane"_s);
    type.usernameConfiguration = idp::UsernameConfigurationType{.caseSensitive = false};
    QCOMPARE(foldedName(type, u"Jane"_s), u"jane"_s);
}

QTEST_GUILESS_MAIN(TestPoolRules)
#include "tst_poolrules.moc"
