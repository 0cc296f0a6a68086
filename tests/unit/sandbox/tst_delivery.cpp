#include "sandbox/rules/delivery.h"
#include "sandbox/rules/madeupuser.h"
#include "sandbox/rules/srptimestamp.h"

#include <QRegularExpression>
#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace Qt::StringLiterals;

class TestDelivery final : public QObject
{
    Q_OBJECT

private slots:
    void confirmation_data();
    void confirmation();
    void recovery_data();
    void recovery();
    void texts();
    void placeholders();
    void madeUpUsers();
    void madeUpDestinations_data();
    void madeUpDestinations();
    void timestamps_data();
    void timestamps();
};

namespace {

UserRecord jane(bool email, bool phone, bool verified)
{
    UserRecord user{.username = u"jane"_s};
    if (email) {
        user.setAttribute(u"email"_s, u"jane@example.com"_s);
        user.setAttribute(u"email_verified"_s, verified ? u"true"_s : u"false"_s);
    }
    if (phone) {
        user.setAttribute(u"phone_number"_s, u"+12025550123"_s);
        user.setAttribute(u"phone_number_verified"_s, verified ? u"true"_s : u"false"_s);
    }
    return user;
}

} // namespace

void TestDelivery::confirmation_data()
{
    QTest::addColumn<QStringList>("autoVerified");
    QTest::addColumn<bool>("hasEmail");
    QTest::addColumn<bool>("hasPhone");
    QTest::addColumn<QString>("attribute");
    const QStringList both{u"email"_s, u"phone_number"_s};
    QTest::newRow("nothing is verified by itself") << QStringList() << true << true << QString();
    QTest::newRow("email") << QStringList{u"email"_s} << true << true << u"email"_s;
    QTest::newRow("email is missing") << QStringList{u"email"_s} << false << true << QString();
    QTest::newRow("both: SMS only") << both << true << true << u"phone_number"_s;
    QTest::newRow("both, without a phone number") << both << true << false << u"email"_s;
}

void TestDelivery::confirmation()
{
    QFETCH(const QStringList, autoVerified);
    QFETCH(const bool, hasEmail);
    QFETCH(const bool, hasPhone);
    QFETCH(const QString, attribute);
    idp::UserPoolType pool;
    pool.autoVerifiedAttributes = autoVerified;
    const auto destination = confirmationDestination(pool, jane(hasEmail, hasPhone, false));
    QCOMPARE(destination ? destination->attribute : QString(), attribute);
    if (attribute == u"email"_s)
        QCOMPARE(destination->details().destination, u"j***@e***"_s);
    if (attribute == u"phone_number"_s)
        QCOMPARE(destination->details().destination, u"+*******0123"_s);
}

void TestDelivery::recovery_data()
{
    QTest::addColumn<QStringList>("mechanisms"); // in order of their priority
    QTest::addColumn<bool>("verified");
    QTest::addColumn<QString>("expected");
    const QString none = u"InvalidParameterException: Cannot reset password for the user as there is no "
                         "registered/verified email or phone_number"_s;
    QTest::newRow("no setting: phone first") << QStringList() << true << u"phone_number"_s;
    QTest::newRow("no setting, unverified") << QStringList() << false << none;
    QTest::newRow("email first") << QStringList{u"verified_email"_s, u"verified_phone_number"_s} << true << u"email"_s;
    QTest::newRow("admin only") << QStringList{u"admin_only"_s} << true
                                << u"NotAuthorizedException: Contact administrator to reset password."_s;
}

void TestDelivery::recovery()
{
    QFETCH(const QStringList, mechanisms);
    QFETCH(const bool, verified);
    QFETCH(const QString, expected);
    idp::UserPoolType pool;
    if (!mechanisms.isEmpty()) {
        QList<idp::RecoveryOptionType> options;
        for (qsizetype i = mechanisms.size() - 1; i >= 0; --i) // the priority counts, not the place
            options.append({.priority = i + 1, .name = mechanisms[i]});
        pool.accountRecoverySetting = idp::AccountRecoverySettingType{.recoveryMechanisms = options};
    }
    const auto destination = recoveryDestination(pool, jane(true, true, verified));
    QCOMPARE(destination ? destination->attribute : destination.error().code + u": "_s + destination.error().message,
             expected);
}

void TestDelivery::texts()
{
    idp::UserPoolType pool;
    QCOMPARE(verificationText(pool, Message::Medium::Email).body, u"Your confirmation code is {####}"_s);
    pool.emailVerificationMessage = u"older {####}"_s;
    QCOMPARE(verificationText(pool, Message::Medium::Email).body, u"older {####}"_s);
    pool.verificationMessageTemplate = idp::VerificationMessageTemplateType{
        .smsMessage = u"sms {####}"_s, .emailMessage = u"newer {####}"_s, .emailSubject = u"Hello"_s};
    QCOMPARE(verificationText(pool, Message::Medium::Email).body, u"newer {####}"_s);
    QCOMPARE(verificationText(pool, Message::Medium::Email).subject, u"Hello"_s);
    QCOMPARE(verificationText(pool, Message::Medium::Sms).body, u"sms {####}"_s);
    pool.adminCreateUserConfig = idp::AdminCreateUserConfigType{
        .inviteMessageTemplate = idp::MessageTemplateType{.emailMessage = u"{username}: {####}"_s}};
    QCOMPARE(invitationText(pool, Message::Medium::Email).body, u"{username}: {####}"_s);
}

void TestDelivery::placeholders()
{
    const MessageText text =
        filled({u"For {username}"_s, u"{username}, {####} and {####}"_s}, u"123456"_s, u"{####}"_s);
    QCOMPARE(text.subject, u"For {####}"_s);
    QCOMPARE(text.body, u"{####}, 123456 and 123456"_s);
}

void TestDelivery::madeUpUsers()
{
    const PoolRecord pool{.id = u"us-east-1_aaaaaaaaa"_s, .settings = {}, .secret = QByteArray(32, 'x')};
    const PoolRecord other{.id = u"us-east-1_bbbbbbbbb"_s, .settings = {}, .secret = QByteArray(32, 'y')};
    const MadeUpUser jane = madeUpUser(pool, u"jane"_s);
    QCOMPARE(madeUpUser(pool, u"jane"_s).saltHex, jane.saltHex);
    QCOMPARE(madeUpUser(pool, u"jane"_s).userId, jane.userId);
    QCOMPARE_NE(madeUpUser(pool, u"joe"_s).saltHex, jane.saltHex);
    QCOMPARE_NE(madeUpUser(other, u"jane"_s).userId, jane.userId);
    QCOMPARE(jane.userId.size(), 36);
    QCOMPARE(jane.userId[14], u'4');
    QCOMPARE(jane.saltHex.size(), 32);
}

void TestDelivery::madeUpDestinations_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QStringList>("autoVerified");
    QTest::addColumn<QStringList>("mechanisms");
    QTest::addColumn<QString>("confirmation"); // attribute
    QTest::addColumn<QString>("recovery");
    const QString email = u"email"_s;
    const QString phone = u"phone_number"_s;
    const QString byEmail = u"verified_email"_s;
    const QString byPhone = u"verified_phone_number"_s;
    QTest::newRow("an address") << u"test@test.com"_s << QStringList{phone} << QStringList{byPhone} << email << email;
    QTest::newRow("a number") << u"+12025551234"_s << QStringList{email} << QStringList{byEmail} << phone << phone;
    QTest::newRow("nothing set") << u"jane"_s << QStringList() << QStringList() << email << email;
    QTest::newRow("e-mail") << u"jane"_s << QStringList{email} << QStringList() << email << email;
    QTest::newRow("phone") << u"jane"_s << QStringList{phone} << QStringList() << phone << phone;
    QTest::newRow("both: phone first") << u"jane"_s << QStringList{email, phone} << QStringList() << phone << phone;
    QTest::newRow("both, recovery by e-mail first")
        << u"jane"_s << QStringList{email, phone} << QStringList{byEmail, byPhone} << phone << email;
    QTest::newRow("recovery by what is not verified by itself")
        << u"jane"_s << QStringList() << QStringList{byPhone} << email << phone;
    QTest::newRow("recovery by administrators")
        << u"jane"_s << QStringList{phone} << QStringList{u"admin_only"_s} << phone << email;
}

void TestDelivery::madeUpDestinations()
{
    QFETCH(const QString, name);
    QFETCH(const QStringList, autoVerified);
    QFETCH(const QStringList, mechanisms);
    PoolRecord pool{.id = u"us-east-1_aaaaaaaaa"_s, .settings = {}, .secret = QByteArray(32, 'x')};
    pool.settings.autoVerifiedAttributes = autoVerified;
    if (!mechanisms.isEmpty()) {
        QList<idp::RecoveryOptionType> options;
        for (qsizetype i = 0; i < mechanisms.size(); ++i)
            options.append({.priority = i + 1, .name = mechanisms[i]});
        pool.settings.accountRecoverySetting = idp::AccountRecoverySettingType{.recoveryMechanisms = options};
    }
    const auto confirmation = madeUpDestination(pool, name, usualConfirmation(pool.settings)).details();
    const auto recovery = madeUpDestination(pool, name, usualRecovery(pool.settings)).details();
    QTEST(*confirmation.attributeName, "confirmation");
    QTEST(*recovery.attributeName, "recovery");
    for (const auto &details : {confirmation, recovery}) {
        const bool isPhone = details.attributeName == u"phone_number"_s;
        QCOMPARE(*details.deliveryMedium, isPhone ? u"SMS"_s : u"EMAIL"_s);
        const QRegularExpression form(isPhone ? u"^\\+\\*{7}[0-9]{4}$"_s : u"^[a-z]\\*{3}@[a-z]\\*{3}$"_s);
        QVERIFY2(form.match(*details.destination).hasMatch(), qPrintable(*details.destination));
    }
    const auto again = madeUpDestination(pool, name, usualConfirmation(pool.settings));
    QCOMPARE(*again.details().destination, *confirmation.destination);
}

void TestDelivery::timestamps_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");
    QTest::newRow("unpadded day") << u"Sun Sep 3 09:07:05 UTC 2023"_s << true;
    QTest::newRow("two digits") << u"Sat Dec 30 23:59:59 UTC 2023"_s << true;
    QTest::newRow("padded day") << u"Sun Sep 03 09:07:05 UTC 2023"_s << false;
    QTest::newRow("wrong weekday") << u"Mon Sep 3 09:07:05 UTC 2023"_s << false;
    QTest::newRow("another zone") << u"Sun Sep 3 09:07:05 GMT 2023"_s << false;
    QTest::newRow("another language") << u"So Sep 3 09:07:05 UTC 2023"_s << false;
    QTest::newRow("twelve hours") << u"Sun Sep 3 9:07:05 UTC 2023"_s << false;
    QTest::newRow("no such day") << u"Thu Feb 30 09:07:05 UTC 2023"_s << false;
    QTest::newRow("ISO") << u"2023-09-03T09:07:05Z"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestDelivery::timestamps()
{
    QFETCH(const QString, text);
    QFETCH(const bool, valid);
    QCOMPARE(parseSrpTimestamp(text).has_value(), valid);
}

QTEST_GUILESS_MAIN(TestDelivery)
#include "tst_delivery.moc"
