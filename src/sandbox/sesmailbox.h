#pragma once

#include "httpserver/httpserver.h"
#include "sandbox/operation.h"

namespace poolscope::sandbox {

// The mails of the mailbox as LocalStack tells of what its SES has sent, because test suites read that:
//   GET /_aws/ses[?id=][&email=]   {"messages": [...]}, oldest first; email is the sender's address, not the receiver's
//   DELETE /_aws/ses[?id=]         204; takes the mails out of the mailbox, or the one (404: there is none)
// A mail: Id, Region, Destination.ToAddresses, Source, Subject, Body.text_part and Body.html_part (both the same text),
// Timestamp (UTC, without a zone). Source: documentation and source of LocalStack. SMS are no part of it.
inline constexpr QLatin1StringView sesPath("/_aws/ses");

// Service thread; throws StorageFailure.
httpserver::HttpResponse answerSes(const Services &services, const httpserver::HttpRequest &request);

// Whom the pool's mails come from: EmailConfiguration.From, else the address of SourceArn, else the service's own
// (documented).
QString mailSource(const idp::UserPoolType &pool);

} // namespace poolscope::sandbox
