#pragma once

#include "httpserver/httpserver.h"
#include "sandbox/control/controls.h"
#include "sandbox/control/liveproofs.h"
#include "sandbox/datafolder.h"
#include "sandbox/dispatcher.h"
#include "sandbox/sandbox.h"
#include "sandbox/seed/seeder.h"
#include "sandbox/sidepaths.h"

#include <atomic>

namespace poolscope::sandbox {

// The running sandbox: its threads, its store, its server. Made and ended on any thread; what is inside lives on the
// service thread. The callbacks come from there.
class Service final
{
public:
    struct Started
    {
        QUrl endpoint;
        QString dataDir;
        QString movedAside; // see database::OpenedDatabase
    };
    template<class T>
    using Then = std::function<void(Result<T>)>;

    // What is told unasked, on threads of the service.
    struct Notices
    {
        std::function<void()> messagesChanged;     // after every change of the mailbox
        std::function<void(const Error &)> failed; // after start() only: nothing is answered any more, see CommitSync
    };

    Service(Options options, Controls &controls, Notices notices); // controls must outlive this
    ~Service();                                                    // as shutDown()
    Service(const Service &) = delete;
    Service &operator=(const Service &) = delete;

    void start(Then<Started> then);
    void shutDown(); // blocks until the running step ended; handlers that were not called yet never are

    static Error notRunning();
    void choose(const QString &name, const QString &value); // one that Choices knows; from the next request on
    void messages(const MessageFilter &filter, Then<QList<Message>> then);
    void expireMessage(qint64 id, Then<void> then);
    void liveProofs(const QString &poolId, const QString &username, Then<LiveProofs> then);
    void expireProofs(const QString &poolId, const QString &username, ProofKind kind, Then<int> then);
    void reset(Then<void> then);
    void demoPool(Then<DemoPool> then);
    // See Seeder; `unwanted` outlives this. An empty pool id stands for the demo pool.
    void seed(const SeedRequest &request, const std::atomic_bool &unwanted,
              std::function<void(const SeedProgress &)> progress, Then<SeedReport> then);

private:
    struct Running;
    void open(const Then<Started> &then);
    Result<std::unique_ptr<Running>> build();
    Result<QUrl> listen();
    void serve(const httpserver::HttpRequest &request, const httpserver::Reply &reply);
    HttpAnswer afterSync(HttpAnswer answer);
    template<class T, class Work>
    void post(Then<T> then, Work work);

    Options m_options;
    Controls &m_controls;
    Notices m_notices;
    Executor m_executor;
    std::unique_ptr<Running> m_running; // service thread only, once it is set
    std::unique_ptr<httpserver::HttpServer> m_http;
    std::atomic_bool m_ended = false;
};

} // namespace poolscope::sandbox
