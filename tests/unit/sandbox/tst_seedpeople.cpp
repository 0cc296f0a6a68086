#include "crypto/srp.h"
#include "sandbox/rules/attributeschema.h"
#include "sandbox/rules/poolrules.h"
#include "sandbox/rules/poolsettings.h"
#include "sandbox/seed/names.h"
#include "sandbox/seed/person.h"

#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace poolscope;
using namespace poolscope::sandbox;
using namespace Qt::StringLiterals;

// The people that a pool is filled with.
class TestSeedPeople final : public QObject
{
    Q_OBJECT

private slots:
    void sameSeed();
    void anotherSeed();
    void fitThePool_data();
    void fitThePool();
    void phoneNumbersAreNobodys();
    void states_data();
    void states();
    void takenAlias();
    void invitations();
    void passwords();
};

namespace {

constexpr qint64 nowMs = 1'800'000'000'000;

idp::SchemaAttributeType required(const QString &name)
{
    return {.name = name, .attributeDataType = u"String"_s, .mutable_ = true, .required = true};
}

idp::CreateUserPoolRequest poolNamed(const QString &kind)
{
    idp::CreateUserPoolRequest pool{.poolName = kind};
    const QStringList list = kind.section(u' ', 1).split(u' ', Qt::SkipEmptyParts);
    if (kind.startsWith(u"names"_s))
        pool.usernameAttributes = list;
    else if (kind.startsWith(u"aliases"_s))
        pool.aliasAttributes = list;
    if (kind == u"required"_s) {
        pool.schema = QList<idp::SchemaAttributeType>{};
        for (const auto &attribute : standardSchema()) {
            const QString name = attribute.name.value_or(QString());
            if (attribute.attributeDataType == u"String"_s && name != u"sub"_s)
                pool.schema->append(required(name));
        }
    }
    return pool;
}

SeedPeople people(const QString &kind, qint64 count = 1'000, quint64 seed = 1, qint64 signIn = 0, qint64 laterMs = 0)
{
    const auto settings = newPoolSettings(poolNamed(kind));
    Q_ASSERT(settings);
    auto pool = std::make_shared<PoolRecord>();
    pool->rowId = 3;
    pool->id = u"us-east-1_Seed12345"_s;
    pool->settings = *settings;
    return SeedPeople({.pool = pool,
                       .seed = seed,
                       .count = count,
                       .firstRowId = 41,
                       .nowMs = nowMs + laterMs,
                       .groupRowIds = {1, 2, 3},
                       .signIn = signIn,
                       .password = u"Sandbox-seed-1"_s});
}

void addPoolKinds()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"plain", "names email", "names phone_number", "names email phone_number", "aliases email",
                             "aliases phone_number", "aliases email preferred_username", "required"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

} // namespace

void TestSeedPeople::sameSeed()
{
    const SeedPeople one = people(u"plain"_s);
    const SeedPeople other = people(u"plain"_s, 1'000, 1, 0, 86'400'000);
    for (const qint64 index : {0, 7, 500, 999}) {
        const NewUser a = one.person(index);
        const NewUser b = other.person(index);
        QCOMPARE(a.user.username, b.user.username);
        QCOMPARE(a.user.sub, b.user.sub);
        QCOMPARE(a.user.attributes, b.user.attributes);
        QVERIFY(a.user.createdMs != b.user.createdMs);
        QCOMPARE(a.user.verifierHex, b.user.verifierHex);
        QCOMPARE(a.names, b.names);
        QCOMPARE(a.groupRowIds, b.groupRowIds);
    }
    // In another run of the program, too.
    QCOMPARE(one.person(7).user.username, u"amara.garcia48"_s);
    QCOMPARE(one.person(7).user.sub, u"07a46de5-086a-42fc-8453-89b422a22e06"_s);
    QCOMPARE(one.person(7).user.attribute(u"email"_s), u"amara.garcia48@example.com"_s);
}

void TestSeedPeople::anotherSeed()
{
    const SeedPeople one = people(u"plain"_s);
    const SeedPeople other = people(u"plain"_s, 1'000, 2);
    int same = 0;
    for (qint64 index = 0; index < 100; ++index) {
        same += one.person(index).user.username == other.person(index).user.username;
        QVERIFY(one.person(index).user.sub != other.person(index).user.sub);
    }
    QVERIFY2(same < 10, qPrintable(QString::number(same)));
}

void TestSeedPeople::fitThePool_data()
{
    addPoolKinds();
}

void TestSeedPeople::fitThePool()
{
    QFETCH(QString, kind);
    const qint64 count = 5'000;
    const SeedPeople all = people(kind, count);
    const PoolRecord &pool = *all.plan().pool;
    const Schema schema = *pool.settings.schemaAttributes;
    QSet<QString> taken;
    qint64 lastCreated = 0;
    for (qint64 index = 0; index < count; ++index) {
        const NewUser made = all.person(index);
        const UserRecord &user = made.user;
        const auto fine = checkAttributes(schema, user.attributes, Writer::Administrator);
        QVERIFY2(fine, fine ? "" : qPrintable(fine.error().message));
        QCOMPARE(missingAttributes(schema, user.attributes), QStringList());
        QCOMPARE(hasUsernameAttributes(pool.settings), user.username == user.sub);
        QCOMPARE(made.names, signInNames(pool.settings, user));
        for (const SignInName &name : made.names) {
            const QString key = QString::number(int(name.kind)) + name.key;
            QVERIFY2(!taken.contains(key), qPrintable(key));
            taken.insert(key);
        }
        QVERIFY(user.createdMs <= user.modifiedMs && user.modifiedMs <= nowMs);
        QVERIFY(user.attribute(u"email"_s)->section(u'@', 1).startsWith(u"example."_s));
        lastCreated = std::max(lastCreated, user.createdMs);
    }
    QVERIFY(lastCreated > nowMs - 86'400'000LL);
}

// Nobody has them: they are kept free, or no number can begin so.
void TestSeedPeople::phoneNumbersAreNobodys()
{
    static const QRegularExpression nobodys(
        u"^(\\+447700900\\d{3}|\\+441632960\\d{3}|\\+3363998\\d{4}|\\+1[2-9]\\d\\d55501\\d\\d|\\+10\\d{9})$"_s);
    QSet<QString> taken;
    for (qint64 serial = 1; serial <= 1'000'000; ++serial) {
        const QString number = phoneNumber(serial);
        QVERIFY2(nobodys.match(number).hasMatch(), qPrintable(number));
        taken.insert(number);
    }
    QCOMPARE(taken.size(), 1'000'000);
    QVERIFY(nobodys.match(phoneNumber(999'999'999)).hasMatch());
    const SeedPeople all = people(u"names phone_number"_s);
    for (const qint64 index : {0, 5, 999})
        QCOMPARE(all.person(index).user.attribute(u"phone_number"_s), phoneNumber(all.plan().firstRowId + index));
}

void TestSeedPeople::states_data()
{
    addPoolKinds();
}

void TestSeedPeople::states()
{
    QFETCH(QString, kind);
    const SeedPeople all = people(kind);
    QMap<SeedState, int> early;
    QMap<SeedState, int> later;
    for (qint64 index = 0; index < 1'000; ++index)
        ++(index < seedStates ? early : later)[all.stateOf(index)];
    const bool hasAlias = kind.startsWith(u"aliases"_s);
    for (int state = 0; state < seedStates; ++state) {
        const bool possible = hasAlias || SeedState(state) != SeedState::AliasTaken;
        QCOMPARE(early.contains(SeedState(state)), possible);
        QCOMPARE(later.contains(SeedState(state)), possible);
    }
    QVERIFY(later.value(SeedState::Confirmed) > 500);
    const UserRecord disabled = all.person(qint64(SeedState::Disabled)).user;
    QVERIFY(!disabled.enabled);
    QCOMPARE(all.person(qint64(SeedState::ResetRequired)).user.status, QString(status::ResetRequired));
    QCOMPARE(all.person(qint64(SeedState::Unconfirmed)).user.status, QString(status::Unconfirmed));
    const UserRecord phone = all.person(qint64(SeedState::PhoneUnverified)).user;
    QVERIFY(phone.attribute(u"phone_number"_s));
    QVERIFY(!isVerified(phone, u"phone_number"));
    QVERIFY(isVerified(phone, u"email"));
    QVERIFY(!isVerified(all.person(qint64(SeedState::EmailUnverified)).user, u"email"));
}

void TestSeedPeople::takenAlias()
{
    const SeedPeople all = people(u"aliases email"_s);
    for (const qint64 index : {1, 51, 951}) {
        QCOMPARE(all.stateOf(index), SeedState::AliasTaken);
        const NewUser owner = all.person(index - 1);
        const NewUser other = all.person(index);
        QCOMPARE(other.user.attribute(u"email"_s), owner.user.attribute(u"email"_s));
        QVERIFY(isVerified(owner.user, u"email"));
        QVERIFY(!isVerified(other.user, u"email"));
        QCOMPARE(other.user.status, QString(status::Unconfirmed));
    }
}

void TestSeedPeople::invitations()
{
    const SeedPeople all = people(u"names email"_s);
    for (qint64 index = 0; index < 1'000; ++index) {
        const UserRecord user = all.person(index).user;
        const bool invited = user.status == status::ForceChangePassword;
        QCOMPARE(user.temporaryPasswordExpiresMs.has_value(), invited);
        if (invited)
            QCOMPARE(*user.temporaryPasswordExpiresMs > nowMs, all.stateOf(index) == SeedState::Invited);
    }
}

void TestSeedPeople::passwords()
{
    const SeedPeople all = people(u"names email"_s, 100, 1, 2);
    for (const qint64 index : {0, 1, 2, 50}) {
        const UserRecord user = all.person(index).user;
        const auto made = crypto::makeVerifier(u"Seed12345"_s, user.username, u"Sandbox-seed-1"_s, user.saltHex);
        QVERIFY(made);
        QCOMPARE(made->verifierHex == user.verifierHex, index < 2);
        QVERIFY(!user.verifierHex.isEmpty());
    }
}

QTEST_GUILESS_MAIN(TestSeedPeople)
#include "tst_seedpeople.moc"
