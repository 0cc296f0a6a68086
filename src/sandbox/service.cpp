#include "sandbox/service.h"

#include "core/logging.h"
#include "database/schema.h"
#include "sandbox/control/controlpaths.h"
#include "sandbox/control/faultgate.h"
#include "sandbox/demopool.h"
#include "sandbox/demopoolmaker.h"

#include <QCoreApplication>

namespace poolscope::sandbox {

namespace {

constexpr QLatin1StringView accountSetting("accountId");

QString accountOf(Store &store, crypto::RandomSource &random)
{
    QString account = store.setting(QString(accountSetting));
    if (account.isEmpty()) {
        account = crypto::digits(random, 12);
        store.putSetting(QString(accountSetting), account);
    }
    return account;
}

httpserver::Access accessOf(const Options &options)
{
    httpserver::Access access{.ownPrefix = QStringLiteral("/_"), .exposedHeaders = {"x-poolscope-fault"}};
    for (const QString &host : options.allowedHosts)
        access.hosts << host.toLatin1();
    for (const QString &origin : options.allowedOrigins)
        access.origins << origin.toLatin1();
    return access;
}

// Everything but the schema and the account's number, which the pools' ARNs hold.
void removeEverything(Store &store)
{
    static const char *const tables[] = {"messages", "attempts", "auth_sessions", "users", "clients", "pools"};
    Store::Unit unit(store);
    for (const char *table : tables)
        store.run(QStringLiteral("DELETE FROM %1").arg(QLatin1StringView(table)));
    forgetDemoPool(store);
    unit.commit();
    store.forgetCached();
}

} // namespace

struct Service::Running
{
    std::unique_ptr<DataFolder> folder;
    QString movedAside;
    QString account;
    bool needsDemoPool = false;
    Choices choices;
    SystemClock realClock;
    crypto::SystemRandom random;
    NoTriggers triggers;
    Registry registry;
    std::unique_ptr<Store> store;
    std::unique_ptr<CommitSync> commits;
    std::unique_ptr<KeyRing> keys;
    std::unique_ptr<Mailbox> mailbox;
    std::unique_ptr<TokenMinter> tokens;
    std::unique_ptr<Services> services;
    std::unique_ptr<Dispatcher> dispatcher;
    std::unique_ptr<SidePaths> sidePaths;
    std::unique_ptr<DemoPoolMaker> demoPoolMaker;
    std::unique_ptr<FaultGate> faultGate;
    std::unique_ptr<ControlPaths> controlPaths; // last: once it is there, all is

    ~Running()
    {
        if (!store)
            return;
        commits.reset();
        if (auto closed = database::closeCleanly(store->release()); !closed)
            qCWarning(lcSandbox, "The database was not closed cleanly: %s", qUtf8Printable(closed.error().message));
    }
};

Service::Service(Options options, Controls &controls, Notices notices)
    : m_options(std::move(options))
    , m_controls(controls)
    , m_notices(std::move(notices))
{
}

Service::~Service()
{
    shutDown();
}

void Service::shutDown()
{
    if (m_ended.exchange(true))
        return;
    // First the service thread, so that nobody sets m_http any more; its replies go to a server that still stands.
    m_executor.stop([this] {
        m_http.reset();
        m_running.reset();
    });
}

void Service::start(Then<Started> then)
{
    m_executor.post([this, then = std::move(then)] {
        try {
            open(then);
        } catch (const StorageFailure &failed) {
            m_http.reset();
            m_running.reset();
            then(failure(failed.error()));
        }
    });
}

Result<std::unique_ptr<Service::Running>> Service::build()
{
    auto running = std::make_unique<Running>();
    auto choices = Choices::make(allChoices(), m_options.choices);
    if (!choices)
        return failure(std::move(choices).error());
    running->choices = std::move(*choices);
    auto folder = DataFolder::open(m_options.dataDir);
    if (!folder)
        return failure(std::move(folder).error());
    running->folder = std::move(*folder);
    // Each answer waits for CommitSync instead.
    const database::Options file{.path = running->folder->databasePath(), .synchronous = database::Synchronous::Normal};
    auto opened = database::openWithSchema(file, Store::migrations(), running->realClock.now());
    if (!opened)
        return failure(std::move(opened).error());
    running->movedAside = opened->movedAside;
    running->store = std::make_unique<Store>(std::move(opened->connection));
    running->commits = std::make_unique<CommitSync>(
        [sync = m_options.syncOf ? m_options.syncOf(file.path) : CommitSync::syncOfLog(file.path),
         failed = m_notices.failed] {
            const Result<void> synced = sync();
            if (!synced)
                failed(synced.error());
            return synced;
        });
    running->store->removeExpired(running->realClock.nowMs());
    running->account = accountOf(*running->store, running->random);
    running->needsDemoPool = sandbox::needsDemoPool(*running->store);
    return running;
}

Result<QUrl> Service::listen()
{
    if (!m_options.listens)
        return QUrl();
    // A request may come before the rest stands: the handler only posts, and this task ends first.
    m_http = std::make_unique<httpserver::HttpServer>(
        [this](const httpserver::HttpRequest &request, const httpserver::Reply &reply) {
            m_executor.post([this, request, reply] { serve(request, reply); });
        },
        httpserver::Limits{}, accessOf(m_options));
    const auto port = m_http->start(m_options.port);
    if (!port)
        return failure(port.error());
    return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(*port));
}

// An answer that could not be brought to the disk is none: the caller is left in the dark, as by a power loss. That goes
// for those who only read, too: they would learn of changes that may be lost.
HttpAnswer Service::afterSync(HttpAnswer answer)
{
    return [this, answer = std::move(answer)](httpserver::HttpResponse response) {
        if (!m_running) // the end: who still waits hears that nothing was done
            return answer(std::move(response));
        m_running->commits->whenSynced(m_running->store->writes(),
                                       [answer, response = std::move(response)](bool synced) mutable {
                                           answer(synced ? std::move(response) : httpserver::HttpResponse{.cut = true});
                                       });
    };
}

void Service::serve(const httpserver::HttpRequest &request, const httpserver::Reply &reply)
{
    if (!m_running || !m_running->controlPaths) {
        reply({.status = 503}); // the start failed
    } else if (request.method == "POST" && request.path == QLatin1StringView("/")) {
        m_running->faultGate->pass(request, reply, [this, request](HttpAnswer to) {
            m_running->dispatcher->dispatch(request, afterSync(std::move(to)));
        });
    } else if (ControlPaths::owns(request.path)) {
        m_running->controlPaths->serve(request, afterSync(reply));
    } else {
        m_running->sidePaths->serve(request, afterSync(reply));
    }
}

void Service::open(const Then<Started> &then)
{
    auto built = build();
    if (!built) {
        then(failure(std::move(built).error()));
        return;
    }
    m_running = std::move(*built);
    Running &r = *m_running;
    const auto endpoint = listen();
    if (!endpoint) {
        m_http.reset();
        m_running.reset();
        then(failure(endpoint.error()));
        return;
    }
    r.keys = std::make_unique<KeyRing>(*r.store, m_executor, r.random, m_options.makeKey);
    r.mailbox = std::make_unique<Mailbox>(*r.store, m_controls.clock(), m_notices.messagesChanged);
    r.tokens = std::make_unique<TokenMinter>(*r.store, *r.keys, m_executor, *endpoint, m_options.localIssuer);
    r.services =
        std::make_unique<Services>(Services{*r.store, m_controls.clock(), r.realClock, r.random, m_executor, *r.keys,
                                            *r.tokens, *r.mailbox, r.triggers, r.choices, m_options.region, r.account});
    registerOperations(r.registry);
    r.dispatcher = std::make_unique<Dispatcher>(r.registry, *r.services);
    r.demoPoolMaker = std::make_unique<DemoPoolMaker>(*r.dispatcher, *r.store);
    r.sidePaths = std::make_unique<SidePaths>(*r.services, *endpoint);
    r.faultGate = std::make_unique<FaultGate>(m_controls.faults(), *r.services);
    r.controlPaths = std::make_unique<ControlPaths>(*r.services, m_controls);
    const Started started{*endpoint, r.folder->path(), r.movedAside};
    if (r.needsDemoPool)
        r.demoPoolMaker->make([then, started](const Result<DemoPool> &) { then(started); }); // as in reset()
    else
        then(started);
}

Error Service::notRunning()
{
    return Error::storage(QStringLiteral("NotRunning"),
                          QCoreApplication::translate("Sandbox", "The sandbox is not running."));
}

template<class T, class Work>
void Service::post(Then<T> then, Work work)
{
    m_executor.post([this, then = std::move(then), work = std::move(work)] {
        if (!m_running || !m_running->services) {
            then(failure(notRunning()));
            return;
        }
        try {
            work(*m_running, then);
        } catch (const StorageFailure &failed) {
            then(failure(failed.error()));
        }
    });
}

void Service::choose(const QString &name, const QString &value)
{
    m_executor.post([this, name, value] {
        if (m_running)
            (void)m_running->choices.set(name, value);
    });
}

void Service::messages(const MessageFilter &filter, Then<QList<Message>> then)
{
    post<QList<Message>>(std::move(then), [filter](Running &running, const Then<QList<Message>> &answer) {
        answer(running.mailbox->list(filter));
    });
}

void Service::expireMessage(qint64 id, Then<void> then)
{
    post<void>(std::move(then), [id](Running &running, const Then<void> &answer) {
        if (running.mailbox->expire(id)) {
            answer({});
        } else {
            answer(failure(
                Error::validation(QStringLiteral("NoSuchMessage"),
                                  QCoreApplication::translate("Sandbox", "The message is no longer in the mailbox."))));
        }
    });
}

namespace {

Result<UserRecord> knownUser(Store &store, const QString &poolId, const QString &username)
{
    const PoolPtr pool = store.pool(poolId);
    if (auto user = pool ? userMeant(store, *pool, username) : std::nullopt)
        return std::move(*user);
    return failure(Error::validation(QStringLiteral("NoSuchUser"),
                                     QCoreApplication::translate("Sandbox", "The sandbox has no such user any more.")));
}

} // namespace

void Service::liveProofs(const QString &poolId, const QString &username, Then<LiveProofs> then)
{
    post<LiveProofs>(std::move(then), [poolId, username](Running &running, const Then<LiveProofs> &answer) {
        const auto user = knownUser(*running.store, poolId, username);
        if (user)
            answer(sandbox::liveProofs(*running.store, running.services->clock, *user));
        else
            answer(failure(user.error()));
    });
}

void Service::expireProofs(const QString &poolId, const QString &username, ProofKind kind, Then<int> then)
{
    post<int>(std::move(then), [poolId, username, kind](Running &running, const Then<int> &answer) {
        const auto user = knownUser(*running.store, poolId, username);
        if (user)
            answer(sandbox::expireProofs(*running.store, *running.mailbox, running.services->clock, *user, kind));
        else
            answer(failure(user.error()));
    });
}

void Service::reset(Then<void> then)
{
    post<void>(std::move(then), [](Running &running, const Then<void> &answer) {
        removeEverything(*running.store);
        running.keys->forgetAll();
        running.mailbox->announce();
        // A demo pool that cannot be made is told to whoever asks for it next: what was to go is gone.
        running.demoPoolMaker->makeAnew([answer](const Result<DemoPool> &) { answer({}); });
    });
}

void Service::demoPool(Then<DemoPool> then)
{
    post<DemoPool>(std::move(then), [](Running &running, const Then<DemoPool> &answer) {
        auto demo = notedDemoPool(*running.store);
        if (!demo)
            demo = anotherDemoPool(*running.store);
        if (demo) {
            answer(*demo);
            return;
        }
        running.demoPoolMaker->make(answer);
    });
}

void Service::seed(const SeedRequest &request, const std::atomic_bool &unwanted,
                   std::function<void(const SeedProgress &)> progress, Then<SeedReport> then)
{
    if (request.poolId.isEmpty()) {
        demoPool([this, request, &unwanted, progress = std::move(progress),
                  then = std::move(then)](const Result<DemoPool> &demo) {
            SeedRequest found = request;
            if (demo)
                found.poolId = demo->userPoolId;
            if (found.poolId.isEmpty())
                then(failure(demo ? notRunning() : demo.error()));
            else
                seed(found, unwanted, progress, then);
        });
        return;
    }
    post<SeedReport>(std::move(then), [this, request, &unwanted, progress = std::move(progress)](
                                          Running &running, const Then<SeedReport> &answer) {
        answer(Seeder(*running.store, m_controls.clock(), unwanted, progress).run(request));
    });
}

} // namespace poolscope::sandbox
