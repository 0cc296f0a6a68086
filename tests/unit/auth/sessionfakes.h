#pragma once

#include "secrets/memorystore.h"
#include "secrets/secretstore.h"
#include "support/scriptedserver.h"

#include <QPointer>
#include <QTcpSocket>

namespace poolscope::tests {

// A keychain that does not work until it is told to.
class BrokenStore final : public secrets::SecretStore
{
public:
    secrets::MemoryStore inner;
    bool works = false;
    QString refused; // what this key holds cannot be written or removed, for no reason that is told

    void read(const QString &key, QObject *context, ReadHandler handler) override
    {
        if (works)
            return inner.read(key, context, std::move(handler));
        QMetaObject::invokeMethod(
            this, [handler] { handler(failure(error())); }, Qt::QueuedConnection);
    }
    void write(const QString &key, const QByteArray &value, QObject *context, DoneHandler handler) override
    {
        if (works && key != refused)
            return inner.write(key, value, context, std::move(handler));
        QMetaObject::invokeMethod(
            this, [handler] { handler(failure(error())); }, Qt::QueuedConnection);
    }
    void remove(const QString &key, QObject *context, DoneHandler handler) override
    {
        if (works && key != refused)
            return inner.remove(key, context, std::move(handler));
        QMetaObject::invokeMethod(
            this, [handler] { handler(failure(error())); }, Qt::QueuedConnection);
    }
    QString backendName() const override { return QStringLiteral("broken"); }
    bool isPersistent() const override { return true; }
    void set(bool working)
    {
        works = working;
        setAvailability(working ? secrets::Availability::Available : secrets::Availability::NotAnswering);
    }
    static Error error() { return Error::storage(secrets::codes::NotAnswering, QStringLiteral("It does not answer.")); }
};

// A request that is answered when the test says so.
struct Held
{
    QPointer<QTcpSocket> socket;

    void holdNext(ScriptedServer &server)
    {
        server.add([this](QTcpSocket *waiting, const ReceivedRequest &) { socket = waiting; });
    }
    void release(const QByteArray &json) const
    {
        socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\nContent-Length: " +
                      QByteArray::number(json.size()) + "\r\n\r\n" + json);
    }
};

} // namespace poolscope::tests
