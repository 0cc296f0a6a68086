#include "sandbox/operations/codes.h"

#include "crypto/hash.h"
#include "sandbox/operations/choicenames.h"

namespace poolscope::sandbox {

using namespace Qt::StringLiterals;

namespace {

// The user may have been deleted while the trigger ran: then nothing is sent.
Outcome<void> post(const CodeOrder &order, const MessageText &text)
{
    const Call &call = order.from.call;
    Store &store = call->services.store;
    const auto now = again(call, {order.from.pool, *order.from.user});
    if (!now)
        return tl::unexpected(now.error());
    const qint64 nowMs = call->services.clock.nowMs();
    CodeRecord code{.userRowId = now->user.rowId,
                    .purpose = order.purpose,
                    .code = crypto::digits(call->services.random, codeDigits),
                    .attribute = order.destination.attribute,
                    .destination = order.destination.address,
                    .createdMs = nowMs,
                    .expiresMs = nowMs + order.lifetimeMs};
    const MessageText final = filled(text, code.code, now->user.username);
    Message message{.medium = order.destination.medium,
                    .to = order.destination.address,
                    .subject = final.subject,
                    .body = final.body,
                    .code = code.code,
                    .userPoolId = now->pool->id,
                    .username = now->user.username,
                    .purpose = purposeNamed(order.purpose)};
    Store::Unit unit(store);
    code.messageId = call->services.mailbox.put(message, now->user.rowId, code.expiresMs);
    const bool keeps = call->services.choices.is(choice::FormerCode, "valid"_L1);
    store.putCode(code, keeps ? Store::Former::Kept : Store::Former::Dropped);
    unit.commit();
    call->services.mailbox.announce();
    return {};
}

void sendNext(const TriggerCall &from, QList<Destination> left, QLatin1StringView messageKind,
              const QList<idp::CodeDeliveryDetailsType> &sent, const Then<QList<idp::CodeDeliveryDetailsType>> &then)
{
    if (left.isEmpty())
        return then(sent);
    const Destination destination = left.takeFirst();
    sendCode({from, destination, purpose::verify(destination.attribute), messageKind, confirmationCodeMs},
             [=](const Outcome<idp::CodeDeliveryDetailsType> &details) {
                 if (!details)
                     return then(tl::unexpected(details.error()));
                 sendNext(from, left, messageKind, sent + QList<idp::CodeDeliveryDetailsType>{*details}, then);
             });
}

} // namespace

QLatin1StringView purpose::verify(QStringView attribute)
{
    return attribute == attribute::Email ? VerifyEmail : VerifyPhone;
}

void sendVerificationCodes(const TriggerCall &from, const QList<Destination> &to, QLatin1StringView messageKind,
                           Then<QList<idp::CodeDeliveryDetailsType>> then)
{
    sendNext(from, to, messageKind, {}, then);
}

void sendCode(const CodeOrder &order, Then<idp::CodeDeliveryDetailsType> then)
{
    customMessage(order.from, order.messageKind, order.destination.medium,
                  [order, then = std::move(then)](const Outcome<MessageText> &text) {
                      if (!text)
                          return then(tl::unexpected(text.error()));
                      if (const auto posted = post(order, *text); !posted)
                          return then(tl::unexpected(posted.error()));
                      then(order.destination.details());
                  });
}

Outcome<CodeRecord> checkCode(const Call &call, const UserRecord &user, QLatin1StringView purpose, const QString &given)
{
    const qint64 nowMs = call->services.clock.nowMs();
    bool anyValid = false;
    const QList<CodeRecord> codes = call->services.store.codes(user.rowId, purpose);
    for (const CodeRecord &code : codes) {
        if (code.expiresMs <= nowMs)
            continue;
        if (crypto::constantTimeEquals(code.code.toUtf8(), given.toUtf8()))
            return code;
        anyValid = true;
    }
    return refuse(anyValid ? refusals::codeMismatch : refusals::codeExpired);
}

} // namespace poolscope::sandbox
