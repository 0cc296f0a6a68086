#pragma once

#include "core/clock.h"
#include "core/result.h"
#include "crypto/rsa.h"
#include "sandbox/choices.h"
#include "sandbox/commitsync.h"
#include "sandbox/control/faults.h"
#include "sandbox/control/liveproofs.h"
#include "sandbox/message.h"

#include <QMap>
#include <QObject>
#include <QUrl>

#include <functional>
#include <memory>

namespace poolscope::sandbox {

struct Options
{
    quint16 port = 0; // 0: any free one
    QString dataDir;  // empty: a temporary folder, removed at the end
    QString region = QStringLiteral("us-east-1");
    bool localIssuer = false; // tokens are issued by endpoint() + "/" + pool id
    QMap<QString, QString> choices;
    QStringList allowedHosts; // besides loopback names; see httpserver::Access. Named as a risk wherever it is offered
    QStringList allowedOrigins; // of pages, which then use the service's protocol and the key sets, nothing under "/_"
    bool listens = true;        // false: no HTTP server, for work on the data alone
    // Makes the pools' signing keys; on worker threads, several at once. Empty: a new RSA-2048 key each. For tests, most
    // of whose time went into that.
    std::function<Result<crypto::RsaKey>()> makeKey;
    CommitSync::SyncOf syncOf; // brings changes to the disk, for which every answer waits; empty: CommitSync::syncOfLog
};

// The pool that the first start (and reset()) makes.
struct DemoPool
{
    QString userPoolId;
    QString clientId;
    QString name;
};

// All choices the sandbox knows, those of operations too.
QList<Choice> allChoices();

// What the sandbox takes without obeying it, a line for each operation: "SignUp: AnalyticsMetadata, UserContextData".
QStringList acceptedWithoutEffect();

QStringList simulatedOperations(); // by name

// The emulator as the window sees it. Lives on the main thread, which it never blocks, except in the destructor, where it
// joins its own threads (a running step has to end). Handlers run once on the context's thread, or never when the context
// or the sandbox is gone.
class Sandbox final : public QObject
{
    Q_OBJECT

public:
    template<class T>
    using Handler = std::function<void(Result<T>)>;

    explicit Sandbox(Options options, QObject *parent = nullptr);
    ~Sandbox() override;

    void setPort(quint16 port); // for the next start()

    // Opens the data folder and listens, on the sandbox's own thread; then started() or failed(). Error codes:
    // "FolderInUse", "AddressInUse", "NewerSchema", "UnknownChoice", ... Once started, failed() comes with "NotOnDisk" where
    // the disk did not take a change: the sandbox has ended by itself then, and may be started again.
    void start();
    void stop(); // stopped() follows; may be started again
    bool isRunning() const;

    QUrl endpoint() const; // http://127.0.0.1:<port>; empty unless running
    QString dataDir() const;

    // The clock that lifetimes, iat, exp and Date follow. Real time at every start.
    const OffsetClock &clock() const;
    // Error: Validation "ClockOutOfRange". clockMoved() follows, also when it was moved over HTTP.
    Result<void> setClockOffset(qint64 offsetMs);
    Result<void> advanceClock(qint64 byMs); // from where it stands, whoever moves it meanwhile; errors as above
    void backToRealTime();

    // What goes wrong on demand; none at every start. faultsChanged() follows every change, also those over HTTP, and
    // every fault that a request met.
    QList<Fault> faults() const;
    bool addFault(const Fault &fault); // false: there are FaultBoard::maximumFaults already
    void clearFaults();

    // What is in force, running or not. A change counts from the next request on and outlives stop(), but not this
    // object: every program begins with its options. Refused as Choices::set says; choicesChanged() follows.
    const Choices &choices() const;
    Result<void> choose(const QString &name, const QString &value);

    void messages(QObject *context, Handler<QList<Message>> handler); // all, newest first
    void messages(const MessageFilter &filter, QObject *context, Handler<QList<Message>> handler);
    void expireMessage(qint64 id, QObject *context, Handler<void> handler);
    // Of the user whom an administrator would mean by that name. Error: Validation "NoSuchUser".
    void liveProofs(const QString &userPoolId, const QString &username, QObject *context, Handler<LiveProofs> handler);
    void expireProofs(const QString &userPoolId, const QString &username, ProofKind kind, QObject *context,
                      Handler<int> handler); // gives how many there were
    // Deletes everything, then makes a new demo pool; where that cannot be made, demoPool() says why.
    void reset(QObject *context, Handler<void> handler);
    // Where the demo pool or its app client was deleted: another pool that has one, else a new demo pool. Error code
    // "NoDemoPool": none could be made, and nothing of it is left; may be tried again.
    void demoPool(QObject *context, Handler<DemoPool> handler);

signals:
    void started(const QUrl &endpoint);
    void failed(const poolscope::Error &error);
    void stopped();
    void messagesChanged(); // also when the clock was moved, because codes lapse by it
    void clockMoved();
    void faultsChanged();
    void choicesChanged();
    void wasReset();                                 // all pools are gone, even where whoever asked has gone meanwhile
    void damagedDataMovedAside(const QString &path); // the old database was unreadable; it lies there now

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace poolscope::sandbox

Q_DECLARE_METATYPE(poolscope::sandbox::DemoPool)
