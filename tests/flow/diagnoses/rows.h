#pragma once

#include "diagnosis/facts.h"
#include "errors/errortable.h"

// Rows of tst_diagnoses: an error, how it comes about, and the explanation that is meant for it.
namespace poolscope::sandbox::test {

using diagnosis::Facts;

extern const Facts hides; // the app client hides whether a user exists
extern const Facts tells;

// The sandbox gives it. `number`: of the known cause of trouble; 0 where it is none of those.
void produced(const char *name, int number, const char *id, const Act &act, const Facts &facts = {});

// How sure it is that the service uses these words.
enum class Words {
    Own,     // its documentation, its model, or an answer recorded from it
    Seen,    // quoted by several, or in a public log of the service
    Guessed, // one source only, recalled, or by analogy: explained, but never told as a fact
};

void quoted(const char *name, int number, const char *id, Words words, const char *text);

// The error exists, but its words, or further ones, are not known: the text is made up, so that only the name can be
// recognised.
void named(const char *name, int number, const char *id, const char *error, const char *operation = "SignUp");

template<class Request>
QString call(TestWorld &w, const Request &request)
{
    return verdict(w.bench.call(request));
}

void clientRows();
void signInRows();
void stepRows();
void codeRows();
void nameRows();
void attributeRows();
void triggerRows();
void administratorRows();
void keysRows();
void constraintRows();
void knownCodeRows(); // of which more is known than the service says
void namedRows();     // errors of which the model says no more than their names

} // namespace poolscope::sandbox::test
