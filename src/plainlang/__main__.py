from plainlang.cli import main

main()
