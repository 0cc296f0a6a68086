# Makes one source of several tests, each in a namespace of its own, so that what they include is read once.
# cmake -DOUTPUT=FILE -DFOLDER=FOLDER -DTESTS="tst_a tst_b" -P join.cmake
string(REPLACE " " ";" TESTS "${TESTS}")
set(includes "")
foreach(test ${TESTS})
    file(STRINGS ${FOLDER}/${test}.cpp lines REGEX "^#include [<\"][^>\"]+[>\"]")
    foreach(line ${lines})
        string(REGEX MATCH "^#include [<\"][^>\"]+[>\"]" include "${line}")
        if(NOT include MATCHES "\\.moc\"$")
            list(APPEND includes "${include}")
        endif()
    endforeach()
endforeach()
list(REMOVE_DUPLICATES includes)
list(JOIN includes "\n" content)
string(APPEND content "\n#include \"support/joined.h\"\n")
set(entries "")
foreach(test ${TESTS})
    # What it includes was read above, outside of the namespace.
    string(APPEND content "\nnamespace ${test} {\n#include \"${test}.cpp\"\n}\n")
    string(APPEND entries "        {\"${test}\", ${test}::main},\n")
endforeach()
string(APPEND content "
int main(int argc, char **argv)
{
    static constexpr poolscope::tests::JoinedTest tests[] = {
${entries}    };
    return poolscope::tests::runJoined(tests, argc, argv);
}
")
file(WRITE ${OUTPUT} "${content}")
