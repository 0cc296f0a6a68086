#include "sandbox/demopoolmaker.h"

#include "core/logging.h"
#include "sandbox/demopool.h"
#include "sandbox/presets.h"

#include <QCoreApplication>

namespace poolscope::sandbox {

namespace {

Error noDemoPool(const QString &reason)
{
    return Error::storage(
        QStringLiteral("NoDemoPool"),
        QCoreApplication::translate("Sandbox", "%1 Look whether the disk is full and whether the sandbox's data folder "
                                               "can be written to, then try again.")
            .arg(reason));
}

} // namespace

DemoPoolMaker::DemoPoolMaker(const Dispatcher &dispatcher, Store &store)
    : m_dispatcher(dispatcher)
    , m_store(store)
{
}

// A reply without an answer comes while the service ends: nothing may be begun or read any more.
Reply DemoPoolMaker::reply(std::function<void(const Outcome<json::Value> &)> sink) const
{
    return Reply([alive = std::weak_ptr(m_alive), sink = std::move(sink)](const Outcome<json::Value> &outcome) {
        if (!alive.expired())
            sink(outcome);
    });
}

QString DemoPoolMaker::reason(const ServiceError &error) const
{
    const auto failed = m_store.takeFailure();
    return failed ? failed->message : error.message;
}

void DemoPoolMaker::make(const Then &then)
{
    m_waiting << then;
    if (m_waiting.size() == 1)
        begin();
}

void DemoPoolMaker::makeAnew(const Then &then)
{
    ++m_generation; // whose steps come to that begin again
    make(then);
}

void DemoPoolMaker::begin()
{
    m_begun = m_generation;
    try {
        m_store.takeFailure(); // an older one is not the reason
        clear(unfinishedDemoPool(m_store), [this] { makePool(); });
    } catch (const StorageFailure &failed) {
        giveUp(failed.error().message);
    }
}

void DemoPoolMaker::finish(const Result<DemoPool> &result)
{
    const QList<Then> told = std::exchange(m_waiting, {});
    for (const Then &then : told)
        then(result);
}

void DemoPoolMaker::clear(const QString &poolId, const std::function<void()> &then)
{
    if (poolId.isEmpty()) {
        then();
        return;
    }
    m_dispatcher.call(u"DeleteUserPool", model::encode(idp::DeleteUserPoolRequest{.userPoolId = poolId}),
                      reply([then](const Outcome<json::Value> &) { then(); }));
}

void DemoPoolMaker::makePool()
{
    const Preset preset = demoPreset();
    m_dispatcher.call(u"CreateUserPool", model::encode(preset.pool),
                      reply([this, name = preset.pool.poolName](const Outcome<json::Value> &outcome) {
                          const QString poolId =
                              outcome ? outcome->value(u"UserPool").value(u"Id").toString() : QString();
                          if (isOutdated())
                              return clear(poolId, [this] { begin(); });
                          if (!outcome)
                              return giveUp(reason(outcome.error()));
                          try {
                              noteDemoPool(m_store, {poolId, {}, name.value_or(QString())});
                              makeClient(poolId);
                          } catch (const StorageFailure &failed) {
                              clear(poolId, [this, why = failed.error().message] { giveUp(why); });
                          }
                      }));
}

void DemoPoolMaker::makeClient(const QString &poolId)
{
    const Preset preset = demoPreset();
    idp::CreateUserPoolClientRequest request = preset.client;
    request.userPoolId = poolId;
    const QString name = preset.pool.poolName.value_or(QString());
    const auto made = [this, poolId, name](const Outcome<json::Value> &outcome) {
        if (isOutdated()) {
            clear(poolId, [this] { begin(); });
            return;
        }
        if (!outcome) {
            clear(poolId, [this, why = reason(outcome.error())] { giveUp(why); });
            return;
        }
        const DemoPool demo{poolId, outcome->value(u"UserPoolClient").value(u"ClientId").toString(), name};
        try {
            noteDemoPool(m_store, demo);
        } catch (const StorageFailure &failed) {
            clear(poolId, [this, why = failed.error().message] { giveUp(why); });
            return;
        }
        finish(demo);
    };
    m_dispatcher.call(u"CreateUserPoolClient", model::encode(request), reply(made));
}

void DemoPoolMaker::giveUp(const QString &reason)
{
    const QString sentence = reason.endsWith(u'.') ? reason : reason + u'.';
    qCWarning(lcSandbox, "The demo pool could not be made: %s", qUtf8Printable(sentence));
    finish(failure(noDemoPool(sentence)));
}

} // namespace poolscope::sandbox
