#pragma once

#include "secrets/secretstore.h"

#include <QHash>

#include <memory>
#include <optional>

namespace poolscope::secrets {

// A store that keeps in memory what another one does not take, for as long as it lives: a keychain that is locked,
// missing or failing must not lose what was just entered. A failure is still told to whoever wrote. What failed is tried
// again when the other store answers again, when another request to it succeeds, or on retry(); madeUpFor() tells of it.
class FallbackStore final : public SecretStore
{
    Q_OBJECT

public:
    explicit FallbackStore(std::unique_ptr<SecretStore> kept, QObject *parent = nullptr);
    ~FallbackStore() override;

    void open() override { m_kept->open(); }
    void retry() override;

    void read(const QString &key, QObject *context, ReadHandler handler) override;
    void write(const QString &key, const QByteArray &value, QObject *context, DoneHandler handler) override;
    void remove(const QString &key, QObject *context, DoneHandler handler) override;
    QString backendName() const override; // where things are kept now, by the other store's availability
    bool isPersistent() const override { return m_kept->isPersistent(); }

private:
    // What the other store does not have yet.
    struct Change
    {
        std::optional<QByteArray> value; // nothing: removed
        quint64 number = 0;
        bool failed = false; // otherwise it is on its way
    };

    void change(const QString &key, std::optional<QByteArray> value, DoneHandler done);
    void send(const QString &key, const Change &change, DoneHandler done);
    void settle(const QString &key, quint64 number, const Result<void> &result);
    void tryAgain();

    std::unique_ptr<SecretStore> m_kept;
    QHash<QString, Change> m_changes;
    quint64 m_lastNumber = 0;
};

} // namespace poolscope::secrets
