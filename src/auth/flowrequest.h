#pragma once

#include "auth/readycall.h"
#include "core/error.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <memory>
#include <type_traits>
#include <utility>

namespace poolscope::auth {

// The one request that a flow may have under way. A member of the flow: goes with it, and the request with both. GUI thread.
class FlowRequest final : public QObject
{
    Q_OBJECT

public:
    explicit FlowRequest(UserPoolAccess *access, QObject *parent = nullptr);
    ~FlowRequest() override;

    bool isBusy() const { return m_busy; }
    void cancel(); // no answer arrives any more

    // Sends what `make` gives once the client secret is known, then calls `done`, or emits failed(). Not busy by then.
    template<class Flow, class Make>
    void send(const QString &action, Make make, Flow *flow,
              void (Flow::*done)(const typename std::invoke_result_t<Make>::Response &))
    {
        using Response = typename std::invoke_result_t<Make>::Response;
        m_context = std::make_unique<QObject>();
        const QPointer<QObject> context(m_context.get());
        setBusy(true);
        if (!context) // whoever listens cancelled it, or began anew
            return;
        callWhenReady(*m_access, context, action, std::move(make), [this, flow, done](const Result<Response> &result) {
            const QPointer<FlowRequest> self(this);
            setBusy(false);
            if (!self)
                return;
            if (result)
                (flow->*done)(*result);
            else
                emit failed(result.error());
        });
    }

signals:
    void busyChanged(bool busy);
    void failed(const poolscope::Error &error);

private:
    void setBusy(bool busy);

    UserPoolAccess *m_access;
    std::unique_ptr<QObject> m_context; // without it no answer arrives
    bool m_busy = false;
};

} // namespace poolscope::auth
