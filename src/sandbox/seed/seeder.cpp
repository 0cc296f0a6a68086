#include "sandbox/seed/seeder.h"

#include "core/clock.h"
#include "sandbox/rules/attributeschema.h"
#include "sandbox/rules/passwordpolicy.h"
#include "sandbox/seed/bulkrows.h"
#include "sandbox/store.h"

#include <QCoreApplication>

#include <algorithm>
#include <future>

namespace poolscope::sandbox {

namespace {

constexpr qint64 usersPerBatch = 2'000;

struct SeedTexts
{
    Q_DECLARE_TR_FUNCTIONS(Sandbox)
};

struct SeedGroup
{
    const char *name;
    qint64 precedence;
};
constexpr std::array seedGroups{SeedGroup{"administrators", 1}, SeedGroup{"editors", 10}, SeedGroup{"readers", 20}};

// Meets every rule that a policy can have, at any length.
QString passwordFor(const PoolRecord &pool)
{
    const auto length = effectivePolicy(pool.settings.policies).minimumLength.value_or(8);
    return QStringLiteral("Sandbox-seed-1").leftJustified(qsizetype(length), u'x');
}

BulkRows batchOf(const SeedPeople &people, qint64 from, qint64 to, const std::atomic_bool &unwanted)
{
    BulkRows rows;
    for (qint64 index = from; index < to && !unwanted; ++index)
        rows.add(people.person(index));
    return rows;
}

// One of each state stands for all of them.
Result<void> checkAgainstSchema(const SeedPeople &people)
{
    const Schema schema = people.plan().pool->settings.schemaAttributes.value_or(Schema{});
    for (qint64 index = 0; index < std::min<qint64>(seedStates, people.plan().count); ++index) {
        const auto fine = checkAttributes(schema, people.person(index).user.attributes, Writer::Administrator);
        if (!fine) {
            return failure(Error::validation(
                QStringLiteral("PoolRefuses"),
                SeedTexts::tr("The pool's attributes do not allow such users: %1").arg(fine.error().message)));
        }
    }
    return {};
}

} // namespace

Seeder::Seeder(Store &store, const Clock &clock, const std::atomic_bool &unwanted,
               std::function<void(const SeedProgress &)> progress)
    : m_store(store)
    , m_clock(clock)
    , m_unwanted(unwanted)
    , m_progress(std::move(progress))
{
}

QList<qint64> Seeder::groups(const PoolRecord &pool, SeedReport &report)
{
    QList<qint64> rows;
    for (const SeedGroup &wanted : seedGroups) {
        const QString name = QString::fromLatin1(wanted.name);
        report.groups << name;
        if (const auto known = m_store.group(pool.rowId, name)) {
            rows << known->rowId;
            continue;
        }
        GroupRecord group{.poolRowId = pool.rowId, .name = name, .precedence = wanted.precedence};
        group.createdMs = group.modifiedMs = m_clock.nowMs();
        m_store.addGroup(group);
        rows << group.rowId;
    }
    return rows;
}

Result<SeedReport> Seeder::run(const SeedRequest &request)
{
    const PoolPtr pool = m_store.pool(request.poolId);
    if (!pool) {
        return failure(
            Error::validation(QStringLiteral("NoSuchPool"),
                              SeedTexts::tr("There is no user pool %1 in this folder.").arg(request.poolId)));
    }
    SeedReport report{.poolId = pool->id,
                      .poolName = pool->settings.name.value_or(QString()),
                      .users = request.users,
                      .signIn = std::min(request.users, request.signIn),
                      .password = passwordFor(*pool)};
    const BulkMode bulk(m_store);
    Store::Unit unit(m_store);
    const SeedPeople people(
        {.pool = pool,
         .seed = request.seed,
         .count = request.users,
         .firstRowId = m_store.number(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = 'users'")) + 1,
         .nowMs = m_clock.nowMs(),
         .groupRowIds = groups(*pool, report),
         .signIn = report.signIn,
         .password = report.password});
    if (auto fine = checkAgainstSchema(people); !fine)
        return failure(std::move(fine).error());
    try {
        if (auto filled = fill(people, report); !filled)
            return failure(std::move(filled).error());
    } catch (const StorageFailure &failed) {
        if (failed.error().code != QLatin1StringView("Constraint"))
            throw;
        return failure(Error::validation(
            QStringLiteral("NameTaken"),
            SeedTexts::tr("A user with the name or address of a new one is there already. No user was made.")));
    }
    m_store.run(QStringLiteral("UPDATE pools SET users = users + ? WHERE id = ?"), {request.users, pool->rowId});
    unit.commit();
    return report;
}

// The next users are made on another core while these are written.
Result<void> Seeder::fill(const SeedPeople &people, SeedReport &report)
{
    const qint64 count = people.plan().count;
    const bool manyMore = count > m_store.number(QStringLiteral("SELECT sum(users) FROM pools")) / 2;
    BulkIndexes indexes(m_store);
    if (manyMore)
        indexes.drop();
    const auto make = [&](qint64 from) {
        return std::async(std::launch::async, batchOf, std::cref(people), from, std::min(count, from + usersPerBatch),
                          std::cref(m_unwanted));
    };
    std::future<BulkRows> next = make(0);
    for (qint64 from = 0; from < count && !m_unwanted; from += usersPerBatch) {
        const BulkRows rows = next.get();
        const qint64 to = std::min(count, from + usersPerBatch);
        if (to < count)
            next = make(to);
        if (!m_unwanted)
            rows.writeTo(m_store);
        report.memberships += rows.memberships();
        for (qint64 index = from; index < to; ++index)
            ++report.states.at(std::size_t(people.stateOf(index)));
        m_progress({to, count, false});
    }
    if (m_unwanted || (manyMore && !makeIndexes(indexes)))
        return failure(Error::cancelled());
    return {};
}

bool Seeder::makeIndexes(BulkIndexes &indexes)
{
    for (int index = 0; index < indexes.count() && !m_unwanted; ++index) {
        indexes.make(index);
        m_progress({index + 1, indexes.count(), true});
    }
    return !m_unwanted;
}

} // namespace poolscope::sandbox
