#include "sandbox/rules/attributechange.h"

#include "sandbox/rules/poolrules.h"

#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace Qt::StringLiterals;

// What writing attributes does to a user.
class TestAttributeChange final : public QObject
{
    Q_OBJECT

private slots:
    void writing_data();
    void writing();
    void deleting();
    void immutable_data();
    void immutable();
    void sameAddress();
};

namespace {

// Verifies e-mail by itself; the phone number is verified before it is updated.
idp::UserPoolType pool()
{
    idp::UserPoolType pool;
    pool.schemaAttributes = *schemaFor({{.name = u"badge"_s, .mutable_ = false}});
    pool.autoVerifiedAttributes = QStringList{u"email"_s};
    pool.userAttributeUpdateSettings = idp::UserAttributeUpdateSettingsType{.attributesRequireVerificationBeforeUpdate =
                                                                                QStringList{u"phone_number"_s}};
    return pool;
}

UserRecord user()
{
    UserRecord user;
    user.attributes = {{u"email"_s, u"a@example.com"_s},
                       {u"email_verified"_s, u"true"_s},
                       {u"phone_number"_s, u"+15550001111"_s},
                       {u"phone_number_verified"_s, u"true"_s}};
    return user;
}

// "email=a@example.com email_verified=true", sorted.
QString shown(const UserRecord &user)
{
    QStringList parts;
    for (const UserAttribute &one : user.attributes)
        parts << one.name + u'=' + one.value;
    parts.sort();
    return parts.join(u' ');
}

QString shown(const QList<Destination> &destinations)
{
    QStringList parts;
    for (const Destination &one : destinations)
        parts << one.address;
    return parts.join(u' ');
}

} // namespace

void TestAttributeChange::writing_data()
{
    QTest::addColumn<bool>("administrator");
    QTest::addColumn<QStringList>("given"); // name=value
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("toVerify");
    const QString email = u"email=a@example.com email_verified=true"_s;
    const QString phone = u" phone_number=+15550001111 phone_number_verified=true"_s;
    QTest::newRow("plain") << false << QStringList{u"name=J"_s} << email + u" name=J"_s + phone << QString();
    QTest::newRow("blank deletes") << false << QStringList{u"email="_s} << phone.trimmed() << QString();
    QTest::newRow("new address") << false << QStringList{u"email=b@example.com"_s}
                                 << u"email=b@example.com email_verified=false"_s + phone << u"b@example.com"_s;
    QTest::newRow("same address") << false << QStringList{u"email=a@example.com"_s} << email + phone << QString();
    QTest::newRow("verified before the update")
        << false << QStringList{u"phone_number=+15550002222"_s} << email + phone << u"+15550002222"_s;
    QTest::newRow("administrator verifies")
        << true << QStringList{u"phone_number=+15550002222"_s, u"phone_number_verified=True"_s}
        << email + u" phone_number=+15550002222 phone_number_verified=true"_s << QString();
    QTest::newRow("administrator does not verify")
        << true << QStringList{u"email=b@example.com"_s} << u"email=b@example.com email_verified=false"_s + phone
        << u"b@example.com"_s;
    QTest::newRow("administrator unverifies") << true << QStringList{u"email_verified=false"_s}
                                              << u"email=a@example.com email_verified=false"_s + phone << QString();
}

void TestAttributeChange::writing()
{
    QFETCH(const bool, administrator);
    QFETCH(const QStringList, given);
    QList<UserAttribute> attributes;
    for (const QString &one : given)
        attributes.append({one.section(u'=', 0, 0), one.section(u'=', 1)});
    const WriteRules rules{.writer = administrator ? Writer::Administrator : Writer::Client, .writeAttributes = {}};
    const auto change = withAttributes(pool(), user(), attributes, rules);
    QVERIFY(change);
    QTEST(shown(change->user), "after");
    QTEST(shown(change->toVerify), "toVerify");
}

void TestAttributeChange::deleting()
{
    const auto change = withoutAttributes(pool(), user(), {u"email"_s, u"nickname"_s}, {});
    QVERIFY(change);
    QCOMPARE(shown(change->user), u"phone_number=+15550001111 phone_number_verified=true"_s);
    QCOMPARE(change->changed, QStringList{u"email"_s});
}

void TestAttributeChange::immutable_data()
{
    QTest::addColumn<bool>("once");
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("never: first value") << false << QString() << u"1"_s << false;
    QTest::newRow("never: same value") << false << u"1"_s << u"1"_s << false;
    QTest::newRow("once: first value") << true << QString() << u"1"_s << true;
    QTest::newRow("once: same value") << true << u"1"_s << u"1"_s << true;
    QTest::newRow("once: other value") << true << u"1"_s << u"2"_s << false;
    QTest::newRow("once: deleted") << true << u"1"_s << QString() << false;
}

void TestAttributeChange::immutable()
{
    QFETCH(const bool, once);
    QFETCH(const QString, before);
    QFETCH(const QString, value);
    QFETCH(const bool, allowed);
    UserRecord known;
    if (!before.isEmpty())
        known.setAttribute(u"custom:badge"_s, before);
    const WriteRules rules{.writeAttributes = {}, .immutableOnce = once};
    const auto change = withAttributes(pool(), known, {{u"custom:badge"_s, value}}, rules);
    QCOMPARE(change.has_value(), allowed);
    if (!allowed)
        QCOMPARE(change.error().message, u"user.custom:badge: Attribute cannot be updated."_s);
}

void TestAttributeChange::sameAddress()
{
    const WriteRules rules{.writeAttributes = {}, .sameAddressUnverifies = true};
    const auto change = withAttributes(pool(), user(), {{u"email"_s, u"a@example.com"_s}}, rules);
    QVERIFY(change);
    QCOMPARE(change->user.attribute(u"email_verified"), u"false"_s);
    QCOMPARE(shown(change->toVerify), u"a@example.com"_s);
}

QTEST_GUILESS_MAIN(TestAttributeChange)
#include "tst_attributechange.moc"
