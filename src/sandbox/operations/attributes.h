#pragma once

#include "sandbox/operations/triggers.h"
#include "sandbox/rules/attributechange.h"

// Writing attributes, as users and as administrators do it.
namespace poolscope::sandbox {

// By the sandbox's choices; client: null for administrators.
WriteRules writeRules(const Call &call, const ClientPtr &client);

// Stores a change that was made just now and sends the codes that it asks for. from: with the user as it was.
// Errors: another user has an address; those of the trigger, after the change was stored (inferred).
void storeAttributes(TriggerCall from, const AttributeChange &change, Then<QList<idp::CodeDeliveryDetailsType>> then);

} // namespace poolscope::sandbox
