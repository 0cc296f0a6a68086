#pragma once

#include "tests/load/crowd.h"

#include <QList>

#include <optional>

namespace poolscope::bench {

// Requests of one operation, made before the time runs.
struct Batch
{
    QByteArray operation;
    QList<QByteArray> bodies;
};

// All of them by eight clients: how many were answered a second. None where one was not answered with success; the
// answers' bodies in the order of the requests where they are wanted. The connections are open before the time runs.
std::optional<double> perSecond(quint16 port, const Batch &batch, QList<QByteArray> *answers = nullptr);

Batch signUps(const load::Pool &pool, int first, int count);
Batch confirmations(const load::Pool &pool, int first, int count);
Batch signIns(const load::Pool &pool, int first, int count);
// Of each sign-in's answer `times` calls.
Batch looks(const QList<QByteArray> &signedIn, int times);
Batch searches(const load::Pool &pool, int first, int count);

} // namespace poolscope::bench
