#pragma once

#include "secrets/secretstore.h"

#include <QHash>

namespace poolscope::secrets {

// Forgets everything when it goes: for tests, for `--no-keychain`, and where there is no keychain.
class MemoryStore final : public SecretStore
{
    Q_OBJECT

public:
    explicit MemoryStore(QObject *parent = nullptr);

    void read(const QString &key, QObject *context, ReadHandler handler) override;
    void write(const QString &key, const QByteArray &value, QObject *context, DoneHandler handler) override;
    void remove(const QString &key, QObject *context, DoneHandler handler) override;
    QString backendName() const override;
    bool isPersistent() const override { return false; }

    QStringList keys() const { return m_values.keys(); }

private:
    QHash<QString, QByteArray> m_values;
};

} // namespace poolscope::secrets
