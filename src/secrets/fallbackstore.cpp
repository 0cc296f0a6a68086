#include "secrets/fallbackstore.h"

#include <QCoreApplication>
#include <QPointer>

#include <utility>

namespace poolscope::secrets {

FallbackStore::FallbackStore(std::unique_ptr<SecretStore> kept, QObject *parent)
    : SecretStore(parent)
    , m_kept(std::move(kept))
{
    setAvailability(m_kept->availability());
    connect(m_kept.get(), &SecretStore::damaged, this, &SecretStore::damaged);
    connect(m_kept.get(), &SecretStore::availabilityChanged, this, [this](Availability availability) {
        setAvailability(availability);
        if (availability == Availability::Available)
            tryAgain();
    });
}

FallbackStore::~FallbackStore() = default;

// A store that answers has nothing to ask anew; what it did not take once, it may take now.
void FallbackStore::retry()
{
    m_kept->retry();
    if (availability() == Availability::Available)
        tryAgain();
}

// Asked there in any case, so that answers keep their order.
void FallbackStore::read(const QString &key, QObject *context, ReadHandler handler)
{
    std::optional<std::optional<QByteArray>> here;
    if (const auto found = m_changes.constFind(key); found != m_changes.cend())
        here.emplace(found->value);
    m_kept->read(key, this,
                 [here, listener = QPointer(context),
                  handler = std::move(handler)](const Result<std::optional<QByteArray>> &there) {
                     if (listener)
                         handler(here ? Result<std::optional<QByteArray>>(*here) : there);
                 });
}

void FallbackStore::write(const QString &key, const QByteArray &value, QObject *context, DoneHandler handler)
{
    change(key, value, [listener = QPointer(context), handler = std::move(handler)](const Result<void> &result) {
        if (listener)
            handler(result);
    });
}

void FallbackStore::remove(const QString &key, QObject *context, DoneHandler handler)
{
    change(key, std::nullopt, [listener = QPointer(context), handler = std::move(handler)](const Result<void> &result) {
        if (listener)
            handler(result);
    });
}

void FallbackStore::change(const QString &key, std::optional<QByteArray> value, DoneHandler done)
{
    const Change made{.value = std::move(value), .number = ++m_lastNumber};
    m_changes.insert(key, made);
    send(key, made, [this, done = std::move(done)](const Result<void> &result) {
        if (result)
            tryAgain();
        done(result);
    });
}

void FallbackStore::send(const QString &key, const Change &change, DoneHandler done)
{
    auto settled = [this, key, number = change.number, done = std::move(done)](const Result<void> &result) {
        settle(key, number, result);
        if (done)
            done(result);
    };
    if (change.value)
        m_kept->write(key, *change.value, this, std::move(settled));
    else
        m_kept->remove(key, this, std::move(settled));
}

// A later change of the same key is on its way itself.
void FallbackStore::settle(const QString &key, quint64 number, const Result<void> &result)
{
    const auto found = m_changes.find(key);
    if (found == m_changes.end() || found->number != number)
        return;
    if (result)
        m_changes.erase(found);
    else
        found->failed = true;
}

// What succeeds here starts no further try: an entry that always fails would never rest.
void FallbackStore::tryAgain()
{
    const QStringList keys = m_changes.keys();
    for (const QString &key : keys) {
        Change &waiting = m_changes[key];
        if (std::exchange(waiting.failed, false))
            send(key, waiting, [this, key](const Result<void> &result) {
                if (result && !m_changes.contains(key))
                    emit madeUpFor(key);
            });
    }
}

QString FallbackStore::backendName() const
{
    switch (availability()) {
    case Availability::Unknown:
    case Availability::Available:
        break;
    case Availability::Locked:
        return QCoreApplication::translate("Secrets", "memory only, the keychain is locked");
    case Availability::Missing:
        return QCoreApplication::translate("Secrets", "memory only, there is no keychain");
    case Availability::NotAnswering:
        return QCoreApplication::translate("Secrets", "memory only, the keychain does not answer");
    }
    return m_kept->backendName();
}

} // namespace poolscope::secrets
