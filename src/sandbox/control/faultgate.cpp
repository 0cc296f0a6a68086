#include "sandbox/control/faultgate.h"

#include "model/descriptor.h"
#include "sandbox/dispatcher.h"
#include "sandbox/rules/protocolrefusals.h"

namespace poolscope::sandbox {

namespace {

// Clients that look for it can tell what was asked for from what went wrong by itself.
httpserver::HttpResponse labelled(httpserver::HttpResponse response, const Fault &fault)
{
    QByteArray label = faultName(fault.kind).toLatin1();
    if (fault.kind != Fault::Kind::Delay && fault.delayMs > 0)
        label += ", delay";
    if (fault.delayMs > 0)
        label += ' ' + QByteArray::number(fault.delayMs) + " ms";
    response.headers << httpserver::Header("x-poolscope-fault", label);
    return response;
}

} // namespace

FaultGate::FaultGate(FaultBoard &board, Services &services)
    : m_board(board)
    , m_services(services)
{
}

void FaultGate::pass(const httpserver::HttpRequest &request, HttpAnswer answer,
                     std::function<void(HttpAnswer)> proceed) const
{
    const model::OperationDescriptor *operation = targetOf(request);
    const auto fault = operation ? m_board.take(QString(operation->name)) : std::nullopt;
    if (!fault) {
        proceed(std::move(answer));
    } else if (fault->delayMs > 0) {
        m_services.executor.postLater(fault->delayMs, [this, fault = *fault, answer = std::move(answer),
                                                       proceed = std::move(proceed)] { act(fault, answer, proceed); });
    } else {
        act(*fault, answer, proceed);
    }
}

void FaultGate::act(const Fault &fault, const HttpAnswer &answer, const std::function<void(HttpAnswer)> &proceed) const
{
    const auto fail = [&](const ServiceError &error) {
        const QString requestId = crypto::uuid(m_services.random);
        answer(labelled(toHttp(tl::unexpected(error), requestId, m_services.clock), fault));
    };
    switch (fault.kind) {
    case Fault::Kind::Delay:
        proceed([answer, fault](httpserver::HttpResponse response) { answer(labelled(std::move(response), fault)); });
        break;
    case Fault::Kind::TooManyRequests:
        fail(refusal(refusals::rateExceeded));
        break;
    case Fault::Kind::InternalError:
        fail(internalError());
        break;
    case Fault::Kind::Cut:
        answer({.cut = true});
        break;
    case Fault::Kind::LostAnswer:
        proceed([answer](const httpserver::HttpResponse &) { answer({.cut = true}); });
        break;
    }
}

} // namespace poolscope::sandbox
