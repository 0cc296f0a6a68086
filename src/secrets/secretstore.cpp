#include "secrets/secretstore.h"

#include <QCoreApplication>

namespace poolscope::secrets {

QString availabilityText(Availability availability)
{
    switch (availability) {
    case Availability::Unknown:
    case Availability::Available:
        return {};
    case Availability::Locked:
        return QCoreApplication::translate("Secrets", "The system keychain could not be opened: it is locked, or no "
                                                      "keychain service is running. You stay signed in only until you "
                                                      "close Poolscope.");
    case Availability::Missing:
        return QCoreApplication::translate("Secrets", "This desktop session has no system keychain. You stay signed in "
                                                      "only until you close Poolscope.");
    case Availability::NotAnswering:
        return QCoreApplication::translate("Secrets",
                                           "The system keychain does not answer; it may be waiting for you to "
                                           "unlock it. Until it answers, you stay signed in only until you "
                                           "close Poolscope.");
    }
    return {};
}

void SecretStore::setAvailability(Availability availability)
{
    if (m_availability == availability)
        return;
    m_availability = availability;
    emit availabilityChanged(availability);
}

} // namespace poolscope::secrets
