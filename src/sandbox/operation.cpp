#include "sandbox/operation.h"

#include "sandbox/rules/protocolrefusals.h"

#include <algorithm>

namespace poolscope::sandbox {

ServiceError serializationError(const model::DecodeError &error)
{
    const QString where = error.path.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(error.path);
    return refusal(refusals::unreadable, error.message + where);
}

void Registry::add(const Operation &operation)
{
    const QString name(operation.descriptor->name);
    m_operations.insert(name, operation);
}

const Operation *Registry::find(QStringView name) const
{
    const auto operation = m_operations.constFind(name.toString());
    return operation == m_operations.cend() ? nullptr : &*operation;
}

QList<const Operation *> Registry::operations() const
{
    QList<const Operation *> all;
    for (const Operation &operation : m_operations)
        all << &operation;
    std::sort(all.begin(), all.end(),
              [](const Operation *a, const Operation *b) { return a->descriptor->name < b->descriptor->name; });
    return all;
}

QStringList acceptedWithoutEffect(const Operation &operation)
{
    QStringList accepted = operation.support.withoutEffect;
    for (const QLatin1StringView everywhere : withoutEffectEverywhere) {
        if (operation.descriptor->input->find(QString(everywhere)))
            accepted << QString(everywhere);
    }
    for (const QString &map : operation.support.looseMaps)
        accepted << QStringLiteral("%1.*").arg(map);
    return accepted;
}

} // namespace poolscope::sandbox
