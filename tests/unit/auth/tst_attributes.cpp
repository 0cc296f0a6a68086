#include "auth/attributes.h"
#include "auth/codedelivery.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::auth;

namespace {

idp::SchemaAttributeType schema(const char *name, bool required, const char *type = "String")
{
    return {.name = QString::fromLatin1(name),
            .attributeDataType = QString::fromLatin1(type),
            .mutable_ = true,
            .required = required};
}

QStringList names(const QList<AttributeSpec> &specs)
{
    QStringList list;
    for (const AttributeSpec &spec : specs)
        list.append(spec.name);
    return list;
}

PoolSettings pool(const QList<idp::SchemaAttributeType> &attributes, const QStringList &usernameAttributes = {},
                  const QStringList &verified = {})
{
    PoolSettings settings{.state = PoolSettings::State::Known};
    settings.pool = idp::UserPoolType{
        .schemaAttributes = attributes, .autoVerifiedAttributes = verified, .usernameAttributes = usernameAttributes};
    return settings;
}

} // namespace

class AttributesTest : public QObject
{
    Q_OBJECT

private slots:
    void usualOnesWhenUnknown()
    {
        const SignUpAttributes attributes = signUpAttributes({});
        QVERIFY(attributes.assumed);
        QCOMPARE(names(attributes.asked), QStringList{QStringLiteral("email")});
        QVERIFY(names(attributes.others).contains(QStringLiteral("birthdate")));
        QVERIFY(!attributes.asked.first().required);
    }

    void asThePoolDemands()
    {
        const SignUpAttributes attributes = signUpAttributes(pool(
            {schema("sub", true), schema("custom:tier", false), schema("email", false), schema("email_verified", false),
             schema("given_name", true), schema("birthdate", true), schema("dev:custom:x", false)},
            {}, {QStringLiteral("email")}));
        QVERIFY(!attributes.assumed);
        QCOMPARE(names(attributes.asked).join(u' '), QStringLiteral("email given_name birthdate"));
        QCOMPARE(names(attributes.others).join(u' '), QStringLiteral("custom:tier"));
        QVERIFY(attributes.asked.last().required);
    }

    void addressThatIsTheUserNameIsNotAskedTwice()
    {
        const auto settings = pool({schema("email", true), schema("name", true)}, {QStringLiteral("email")});
        QCOMPARE(names(signUpAttributes(settings).asked).join(u' '), QStringLiteral("name"));
        QCOMPARE(userNameKind(settings), UserNameKind::Email);
    }

    void whatTheClientMayNotWriteIsLeftOut()
    {
        auto settings = pool({schema("name", false), schema("nickname", false), schema("gender", true)});
        settings.client = idp::UserPoolClientType{.writeAttributes = QList<QString>{QStringLiteral("name")}};
        const SignUpAttributes attributes = signUpAttributes(settings);
        QCOMPARE(names(attributes.asked).join(u' '), QStringLiteral("gender"));
        QCOMPARE(names(attributes.others).join(u' '), QStringLiteral("name"));
    }

    void values_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("fine");
        const auto row = [](const char *name, const char *value, bool fine) {
            QTest::addRow("%s %s", name, value) << QString::fromLatin1(name) << QString::fromUtf8(value) << fine;
        };
        row("email", "user@example.com", true);
        row("email", "user@localhost", true);
        row("email", "user.name+tag@sub.example.co.uk", true);
        row("email", "user", false);
        row("email", "user@", false);
        row("email", "user@.com", false);
        row("email", "us er@example.com", false);
        row("email", "a@b@c", false);
        row("phone_number", "+14155550132", true);
        row("phone_number", "4155550132", false);
        row("phone_number", "+1 415 555", false);
        row("phone_number", "+0123456", false);
        row("phone_number", "+1234567890123456", false);
        row("birthdate", "1990-12-31", true);
        row("birthdate", "2000-02-29", true);
        row("birthdate", "1900-02-29", false);
        row("birthdate", "31.12.1990", false);
        row("birthdate", "1990-1-1", false);
        row("locale", "en-US", true);
        row("locale", "ko_KR", true);
        row("locale", "zh-Hant-TW", true);
        row("locale", "e", false);
        row("locale", "en US", false);
        row("website", "https://example.com", true);
        row("website", "example.com", false);
        row("updated_at", "1700000000", true);
        row("updated_at", "yesterday", false);
        row("updated_at", "1e3", false);
        row("name", "\xec\x9d\xb4\xeb\xa6\x84", true);
        row("name", "", true);
        row("custom:anything", "x", true);
    }

    void values()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        QFETCH(bool, fine);
        const auto problem = attributeProblem(attributeSpec({}, name), value);
        QCOMPARE(!problem.has_value(), fine);
        QVERIFY(fine || !problem->isEmpty());
    }

    void limitsOfTheSchema()
    {
        auto level = schema("custom:level", false, "Number");
        level.numberAttributeConstraints =
            idp::NumberAttributeConstraintsType{.minValue = QStringLiteral("1"), .maxValue = QStringLiteral("10")};
        auto nick = schema("nickname", true);
        nick.stringAttributeConstraints =
            idp::StringAttributeConstraintsType{.minLength = QStringLiteral("2"), .maxLength = QStringLiteral("4")};
        const auto settings =
            pool({level, nick, schema("custom:flag", false, "Boolean"), schema("custom:at", false, "DateTime")});
        const auto fine = [&](const char *name, const char *value) {
            return !attributeProblem(attributeSpec(settings, QString::fromLatin1(name)), QString::fromLatin1(value));
        };
        QVERIFY(fine("custom:level", "10"));
        QVERIFY(!fine("custom:level", "0"));
        QVERIFY(!fine("custom:level", "11"));
        QVERIFY(!fine("custom:level", "many"));
        QVERIFY(!fine("nickname", ""));
        QVERIFY(!fine("nickname", "a"));
        QVERIFY(fine("nickname", "abcd"));
        QVERIFY(!fine("nickname", "abcde"));
        QVERIFY(fine("custom:flag", "true"));
        QVERIFY(!fine("custom:flag", "yes"));
        QVERIFY(fine("custom:at", "2026-01-31T12:00:00Z"));
        QVERIFY(!fine("custom:at", "noon"));
    }

    void attributeNames()
    {
        QVERIFY(isAttributeName(u"email"));
        QVERIFY(isAttributeName(u"custom:tier"));
        QVERIFY(!isAttributeName(u""));
        QVERIFY(!isAttributeName(u"has blank"));
    }

    void labels()
    {
        QCOMPARE(userNameLabel({}, false), QStringLiteral("User name"));
        auto settings = pool({}, {QStringLiteral("email"), QStringLiteral("phone_number")});
        QCOMPARE(userNameLabel(settings, true), QStringLiteral("E-mail address or phone number"));
        settings = pool({});
        settings.pool->aliasAttributes = QList<QString>{QStringLiteral("email")};
        QCOMPARE(userNameLabel(settings, true), QStringLiteral("User name or e-mail address"));
        QCOMPARE(userNameLabel(settings, false), QStringLiteral("User name"));
    }

    void flowsOfTheClient()
    {
        PoolSettings settings;
        QVERIFY(!clientAllowsFlow(settings, u"USER_SRP_AUTH"));
        settings.client =
            idp::UserPoolClientType{.explicitAuthFlows = QList<QString>{QStringLiteral("ALLOW_USER_SRP_AUTH")}};
        QCOMPARE(clientAllowsFlow(settings, u"USER_SRP_AUTH"), true);
        QCOMPARE(clientAllowsFlow(settings, u"USER_PASSWORD_AUTH"), false);
        settings.client->explicitAuthFlows = QList<QString>{QStringLiteral("ADMIN_NO_SRP_AUTH")};
        QCOMPARE(clientAllowsFlow(settings, u"ADMIN_USER_PASSWORD_AUTH"), true);
    }

    void pastedCodes_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<QString>("code");
        QTest::newRow("plain") << QStringLiteral("123456") << QStringLiteral("123456");
        QTest::newRow("blanks") << QStringLiteral(" 123 456\n") << QStringLiteral("123456");
        QTest::newRow("dash") << QStringLiteral("123-456") << QStringLiteral("123456");
        QTest::newRow("zero-width and no-break")
            << QStringLiteral("12\u200b3\u00a0456\ufeff") << QStringLiteral("123456");
        QTest::newRow("full width") << QStringLiteral("\uff11\uff12\uff13456") << QStringLiteral("123456");
        QTest::newRow("letters stay") << QStringLiteral("ab 12") << QStringLiteral("ab12");
        QTest::newRow("nothing") << QStringLiteral(" \t") << QString();
    }

    void pastedCodes()
    {
        QFETCH(QString, pasted);
        QFETCH(QString, code);
        QCOMPARE(cleanCode(pasted), code);
    }

    void deliveries()
    {
        QVERIFY(!codeDelivery({}).isKnown());
        QVERIFY(!codeDelivery({}).sentence().isEmpty());
        const CodeDelivery delivery = codeDelivery(idp::CodeDeliveryDetailsType{
            .destination = QStringLiteral("t***@e***"), .deliveryMedium = QStringLiteral("EMAIL")});
        QVERIFY(delivery.sentence().contains(QStringLiteral("t***@e***")));
        QVERIFY(delivery.caution().isEmpty());
    }

    void signUpsWithoutACode_data()
    {
        using NoCode = CodeDelivery::NoCode;
        const QStringList none;
        const QStringList email{QStringLiteral("email")};
        const QStringList phone{QStringLiteral("phone_number")};
        QTest::addColumn<QStringList>("verified");
        QTest::addColumn<QStringList>("userNames"); // what they are
        QTest::addColumn<QString>("username");
        QTest::addColumn<QStringList>("given");
        QTest::addColumn<std::optional<NoCode>>("why");
        const auto row = [](const char *name, const QStringList &verified, const QStringList &userNames,
                            const char *username, const QStringList &given, std::optional<NoCode> why) {
            QTest::newRow(name) << verified << userNames << QString::fromLatin1(username) << given << why;
        };
        row("nothing verified", none, none, "mira", email, NoCode::NothingVerified);
        row("no e-mail address", email, none, "mira", phone, NoCode::NoEmail);
        row("no phone number", phone, email, "mira@example.com", none, NoCode::NoPhone);
        row("neither", email + phone, none, "mira", none, NoCode::NoAddress);
        row("a phone number as the name", email, email + phone, "+14155550123", none, NoCode::NoEmail);
        row("an address that was given", email, none, "mira", email, std::nullopt);
        row("an address as the name", email, email + phone, "mira@example.com", none, std::nullopt);
    }

    void signUpsWithoutACode()
    {
        QFETCH(QStringList, verified);
        QFETCH(QStringList, userNames);
        QFETCH(QString, username);
        QFETCH(QStringList, given);
        QFETCH(std::optional<CodeDelivery::NoCode>, why);
        PoolSettings settings;
        settings.pool = idp::UserPoolType{.autoVerifiedAttributes = verified, .usernameAttributes = userNames};
        QMap<QString, QString> attributes{{QStringLiteral("email"), QString()}}; // shown, and left empty
        for (const QString &name : given)
            attributes.insert(name, QStringLiteral("x"));
        QVERIFY(whyNoCode(settings, username, attributes) == why);
        QVERIFY(whyNoCode({}, username, attributes) == CodeDelivery::NoCode::PoolUnknown);
    }

    // Where the app client hides who exists, that a code was sent is no fact.
    void deliveriesThatMayBeMadeUp_data()
    {
        QTest::addColumn<QString>("medium");
        QTest::newRow("e-mail") << QStringLiteral("EMAIL");
        QTest::newRow("SMS") << QStringLiteral("SMS");
        QTest::newRow("another medium") << QString();
    }

    void deliveriesThatMayBeMadeUp()
    {
        QFETCH(QString, medium);
        const idp::CodeDeliveryDetailsType details{.destination = QStringLiteral("t***@e***"),
                                                   .deliveryMedium = medium};
        const CodeDelivery hidden = codeDeliveryToNamed(details, true);
        const CodeDelivery unknown = codeDeliveryToNamed(details, std::nullopt);
        const CodeDelivery told = codeDeliveryToNamed(details, false);
        QCOMPARE(told.sentence(), codeDelivery(details).sentence());
        QVERIFY(hidden.sentence() != told.sentence());
        QCOMPARE(unknown.sentence(), hidden.sentence());
        QVERIFY(hidden.sentence().contains(QStringLiteral("t***@e***")));
        QVERIFY(!hidden.caution().isEmpty());
        QVERIFY(unknown.caution().isEmpty() && told.caution().isEmpty());
    }
};

QTEST_GUILESS_MAIN(AttributesTest)
#include "tst_attributes.moc"
