#include "sandbox/sandbox.h"

#include "sandbox/control/clockcontrol.h"
#include "sandbox/operation.h"
#include "sandbox/service.h"

#include <QPointer>

#include <thread>

namespace poolscope::sandbox {

QList<Choice> allChoices()
{
    return serverChoices() + operationChoices();
}

QStringList acceptedWithoutEffect()
{
    Registry registry;
    registerOperations(registry);
    QStringList lines;
    for (const Operation *operation : registry.operations()) {
        const QStringList accepted = acceptedWithoutEffect(*operation);
        if (!accepted.isEmpty())
            lines << operation->descriptor->name + QStringLiteral(": ") + accepted.join(QStringLiteral(", "));
    }
    return lines;
}

QStringList simulatedOperations()
{
    Registry registry;
    registerOperations(registry);
    QStringList names;
    for (const Operation *operation : registry.operations())
        names << QString(operation->descriptor->name);
    return names;
}

// Everything here belongs to the main thread, except the pending flags and the controls. The service is joined before the
// Sandbox dies, so that it can always be posted to from the service's threads.
struct Sandbox::Private
{
    explicit Private(Sandbox *sandbox)
        : q(sandbox)
    {
    }

    Sandbox *q;
    Options options;
    Choices choices; // as the options have them
    Controls controls{[this] { announce(clockPending, &Sandbox::clockMoved); },
                      [this] { announce(faultsPending, &Sandbox::faultsChanged); }};
    std::unique_ptr<Service> service;
    std::thread closing; // joins the threads of a service that was stopped
    int launches = 0;
    bool startWanted = false;
    QUrl endpoint;
    QString dataDir;
    std::atomic_bool messagesPending = false;
    std::atomic_bool clockPending = false;
    std::atomic_bool faultsPending = false;

    void launch();
    void launched(const Result<Service::Started> &started);
    void gaveUp(int launch, const Error &error);
    void retire(std::function<void()> then);
    void announce(std::atomic_bool &pending, void (Sandbox::*signal)());

    template<class T>
    Service::Then<T> deliver(QObject *context, Handler<T> handler);
    template<class T, class Ask>
    void withService(QObject *context, Handler<T> handler, Ask ask);
};

void Sandbox::Private::launch()
{
    // What came over HTTP while the service before it ended.
    q->backToRealTime();
    q->clearFaults();
    const int launch = ++launches;
    service = std::make_unique<Service>(
        options, controls,
        Service::Notices{.messagesChanged = [this] { announce(messagesPending, &Sandbox::messagesChanged); },
                         .failed =
                             [this, launch](const Error &error) {
                                 QMetaObject::invokeMethod(
                                     q, [this, launch, error] { gaveUp(launch, error); }, Qt::QueuedConnection);
                             }});
    Service *launching = service.get();
    launching->start([this, launching](const Result<Service::Started> &started) {
        QMetaObject::invokeMethod(
            q,
            [this, launching, started] {
                if (service.get() == launching)
                    launched(started);
            },
            Qt::QueuedConnection);
    });
}

void Sandbox::Private::launched(const Result<Service::Started> &started)
{
    if (!started) {
        retire([this, error = started.error()] { emit q->failed(error); });
        return;
    }
    endpoint = started->endpoint;
    dataDir = started->dataDir;
    if (!started->movedAside.isEmpty())
        emit q->damagedDataMovedAside(started->movedAside);
    emit q->started(endpoint);
}

void Sandbox::Private::gaveUp(int launch, const Error &error)
{
    if (service && launch == launches) // else it was stopped meanwhile
        retire([this, error] { emit q->failed(error); });
}

// Ending may have to wait for a step that runs, which the main thread must not.
void Sandbox::Private::retire(std::function<void()> then)
{
    endpoint.clear();
    q->backToRealTime();
    q->clearFaults();
    closing = std::thread([this, ending = std::shared_ptr<Service>(std::move(service)), then = std::move(then)] {
        ending->shutDown();
        QMetaObject::invokeMethod(
            q,
            [this, then] {
                closing.join();
                then();
                if (std::exchange(startWanted, false))
                    q->start();
            },
            Qt::QueuedConnection);
    });
}

// Bursts of changes become one signal.
void Sandbox::Private::announce(std::atomic_bool &pending, void (Sandbox::*signal)())
{
    if (pending.exchange(true))
        return;
    QMetaObject::invokeMethod(
        q,
        [this, &pending, signal] {
            pending = false;
            emit(q->*signal)();
        },
        Qt::QueuedConnection);
}

template<class T>
Service::Then<T> Sandbox::Private::deliver(QObject *context, Handler<T> handler)
{
    return [this, context = QPointer<QObject>(context), handler = std::move(handler)](const Result<T> &result) {
        QMetaObject::invokeMethod(
            q,
            [context, handler, result] {
                if (context)
                    handler(result);
            },
            Qt::QueuedConnection);
    };
}

template<class T, class Ask>
void Sandbox::Private::withService(QObject *context, Handler<T> handler, Ask ask)
{
    Service::Then<T> then = deliver<T>(context, std::move(handler));
    if (service)
        ask(*service, std::move(then));
    else
        then(failure(Service::notRunning()));
}

Sandbox::Sandbox(Options options, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(this))
{
    d->options = std::move(options);
    d->choices = Choices::make(allChoices(), {}).value();
    for (auto wanted = d->options.choices.cbegin(); wanted != d->options.choices.cend(); ++wanted)
        (void)d->choices.set(wanted.key(), wanted.value()); // start() tells what is wrong among them
    connect(this, &Sandbox::clockMoved, this, &Sandbox::messagesChanged);
}

Sandbox::~Sandbox()
{
    if (d->closing.joinable())
        d->closing.join();
    d->service.reset();
}

void Sandbox::start()
{
    if (d->closing.joinable())
        d->startWanted = true;
    else if (!d->service)
        d->launch();
}

void Sandbox::stop()
{
    d->startWanted = false;
    if (d->service)
        d->retire([this] { emit stopped(); });
}

void Sandbox::setPort(quint16 port)
{
    d->options.port = port;
}

bool Sandbox::isRunning() const
{
    return !d->endpoint.isEmpty();
}

QUrl Sandbox::endpoint() const
{
    return d->endpoint;
}

QString Sandbox::dataDir() const
{
    return d->dataDir.isEmpty() ? d->options.dataDir : d->dataDir;
}

const OffsetClock &Sandbox::clock() const
{
    return d->controls.clock();
}

Result<void> Sandbox::setClockOffset(qint64 offsetMs)
{
    auto checked = checkClockOffset(offsetMs, SystemClock().nowMs());
    if (checked)
        d->controls.moveClock(offsetMs);
    return checked;
}

Result<void> Sandbox::advanceClock(qint64 byMs)
{
    Result<void> checked;
    d->controls.moveClockFrom([&checked, byMs](qint64 before) -> std::optional<qint64> {
        checked = checkClockOffset(before + byMs, SystemClock().nowMs());
        return checked ? std::optional(before + byMs) : std::nullopt;
    });
    return checked;
}

void Sandbox::backToRealTime()
{
    d->controls.moveClock(0);
}

QList<Fault> Sandbox::faults() const
{
    return d->controls.faults().faults();
}

bool Sandbox::addFault(const Fault &fault)
{
    return d->controls.faults().add(fault);
}

void Sandbox::clearFaults()
{
    d->controls.faults().clear();
}

const Choices &Sandbox::choices() const
{
    return d->choices;
}

Result<void> Sandbox::choose(const QString &name, const QString &value)
{
    const auto changes = d->choices.set(name, value);
    if (!changes)
        return failure(changes.error());
    if (!*changes)
        return {};
    d->options.choices.insert(name, value);
    if (d->service)
        d->service->choose(name, value);
    emit choicesChanged();
    return {};
}

void Sandbox::messages(QObject *context, Handler<QList<Message>> handler)
{
    messages(MessageFilter{.limit = 0}, context, std::move(handler));
}

void Sandbox::messages(const MessageFilter &filter, QObject *context, Handler<QList<Message>> handler)
{
    d->withService<QList<Message>>(context, std::move(handler), [filter](Service &service, auto then) {
        service.messages(filter, std::move(then));
    });
}

void Sandbox::expireMessage(qint64 id, QObject *context, Handler<void> handler)
{
    d->withService<void>(context, std::move(handler),
                         [id](Service &service, auto then) { service.expireMessage(id, std::move(then)); });
}

void Sandbox::liveProofs(const QString &userPoolId, const QString &username, QObject *context,
                         Handler<LiveProofs> handler)
{
    d->withService<LiveProofs>(context, std::move(handler), [userPoolId, username](Service &service, auto then) {
        service.liveProofs(userPoolId, username, std::move(then));
    });
}

void Sandbox::expireProofs(const QString &userPoolId, const QString &username, ProofKind kind, QObject *context,
                           Handler<int> handler)
{
    d->withService<int>(context, std::move(handler), [userPoolId, username, kind](Service &service, auto then) {
        service.expireProofs(userPoolId, username, kind, std::move(then));
    });
}

void Sandbox::reset(QObject *context, Handler<void> handler)
{
    const auto tell = [this, listener = QPointer(context), handler = std::move(handler)](const Result<void> &result) {
        const QPointer<Sandbox> self(this);
        if (result)
            emit wasReset();
        if (self && listener)
            handler(result);
    };
    d->withService<void>(this, tell, [](Service &service, auto then) { service.reset(std::move(then)); });
}

void Sandbox::demoPool(QObject *context, Handler<DemoPool> handler)
{
    d->withService<DemoPool>(context, std::move(handler),
                             [](Service &service, auto then) { service.demoPool(std::move(then)); });
}

} // namespace poolscope::sandbox
