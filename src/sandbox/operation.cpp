#include "sandbox/operation.h"

namespace poolscope::sandbox {

// The service's own text varies; the place is what helps.
ServiceError serializationError(const model::DecodeError &error)
{
    const QString where = error.path.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(error.path);
    return ServiceError{QStringLiteral("SerializationException"), error.message + where};
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

} // namespace poolscope::sandbox
